import { parseArgs } from "node:util";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";
import type { TransportFactory } from "@graph-sync/testing";
import { repeating, trusting } from "./broken.ts";
import { holds, soak, type SoakReport } from "./soak.ts";
import { table } from "./table.ts";

/**
 * `pnpm soak [--seed N] [--operations N] [--faults 0.3] [--transport NAME] [--without echo|repeat]`: one table, and the seed
 * that repeats it. `--without` breaks a rule from outside, and then the soak must fail.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
    operations: { type: "string", default: "10000" },
    faults: { type: "string", default: "0.3" },
    transport: { type: "string" },
    without: { type: "string" },
  },
});
const seed = whole("seed", values.seed, 0);
const operations = whole("operations", values.operations, 1);
const faults = Number(values.faults);
if (!(faults >= 0 && faults <= 1)) throw new Error(`--faults is ${values.faults}: give a share from 0 to 1.`);

const all: readonly (readonly [string, TransportFactory])[] = [
  ["fetch", fetchTransport],
  ["node-http", nodeHttpTransport],
];
const transports = all.filter(([name]) => values.transport === undefined || values.transport === name);
if (transports.length === 0) throw new Error(`--transport is ${values.transport}: fetch or node-http.`);

if (!["echo", "repeat", undefined].includes(values.without)) {
  throw new Error(`--without is ${values.without}: echo or repeat.`);
}

const reports: (readonly [string, SoakReport])[] = [];
for (const [name, transport] of transports) {
  console.error(`${name}, seed ${seed} …`);
  const report = await soak({
    seed,
    operations,
    faults,
    transport: values.without === "echo" ? trusting(transport) : transport,
    spoiling: values.without === "repeat" ? [repeating] : [],
  });
  console.error(Object.fromEntries(report.failures));
  for (const [fault, found] of Object.entries(report.verdict))
    if (found.length > 0) console.error(fault, found.slice(0, 20));
  reports.push([name, report]);
}
console.log(`Node ${process.version}, ${operations} operations each, faults ${faults * 100} %, --seed ${seed}\n`);
console.log(table(reports));
if (!reports.every(([, report]) => holds(report))) {
  console.error(`\nThe soak does not hold. The same again: pnpm soak --seed ${seed} --operations ${operations}`);
  process.exitCode = 1;
}

function whole(name: string, value: string, least: number): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new Error(`--${name} is ${value}: give a whole number, ${least} or more.`);
}
