import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { comparisons } from "./comparisons.mjs";
import { measure } from "./measure.mjs";
import { readRounds } from "./rounds.mjs";
import { slice } from "./slice.mjs";
import { table } from "./table.mjs";

/**
 * `pnpm --dir tooling/bench run bench:one-process NAME [--rounds N]`: the contestants of a comparison that needs no server, in
 * turns of a few milliseconds in one process. It is the better one for a difference of microseconds on a machine that is
 * not quiet: what disturbs it hits a turn and the next one alike.
 */
const loads = [
  { name: "sequential", inFlight: 1, requests: 300, warmUp: 6_000 },
  { name: "32 in flight", inFlight: 32, requests: 640, warmUp: 6_000 },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "200" } },
});
const rounds = readRounds(values.rounds);
build();
const [name] = positionals;
const found = (await comparisons()).find(({ comparison }) => comparison.name === name);
if (found === undefined)
  throw new Error(`There is no comparison ${name}: pnpm bench --list names those that there are.`);
const { comparison } = found;
const contestants = await Promise.all(
  comparison.contestants.map(async ({ name, setup }) => ({ name, ...(await setup("")) })),
);
const runnable = contestants.map(({ name, run }) => ({
  name,
  /** @param {import("./slice.mjs").Load} load */
  slice: (load) => slice(run, load),
}));
console.log(`Node ${process.version}, ${comparison.title}, one process, rounds: ${rounds}\n`);
for (const load of loads) {
  console.log(`${table(comparison, load.name, await measure(runnable, load, rounds))}\n`);
}
for (const { close } of contestants) await close();
