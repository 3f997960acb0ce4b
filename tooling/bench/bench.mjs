import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { comparisons } from "./comparisons.mjs";
import { measure } from "./measure.mjs";
import { startProcess } from "./processes.mjs";
import { readRounds } from "./rounds.mjs";
import { table } from "./table.mjs";

/** `pnpm bench [name …] [--rounds N] [--cpu-prof DIR]`: the table goes to stdout, all else to stderr. */
const loads = [
  { name: "sequential", inFlight: 1, requests: 300, warmUp: 2000 },
  { name: "32 in flight", inFlight: 32, requests: 1000, warmUp: 3000 },
];

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      list: { type: "boolean", default: false },
      rounds: { type: "string", default: "15" },
      "cpu-prof": { type: "string" },
    },
  });
  const rounds = readRounds(values.rounds);
  // First of all, for a comparison imports what it measures.
  build();
  const all = await comparisons();
  if (values.list) {
    for (const { comparison } of all) console.log(`${comparison.name}: ${comparison.title}`);
    return;
  }
  const unknown = positionals.find((name) => !all.some(({ comparison }) => comparison.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no comparison ${unknown}: pnpm bench --list names those that there are.`);
  }
  const profiles = values["cpu-prof"];
  const flags = profiles === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profiles}`];
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model}, ` +
      `${new Date().toISOString().slice(0, 10)}, rounds: ${rounds}\n`,
  );
  for (const found of all) {
    if (positionals.length === 0 || positionals.includes(found.comparison.name)) await run(found, rounds, flags);
  }
}

/**
 * Each contestant lives in a process of its own, so that none pays for another's garbage or types, and the server in
 * one more, so that its work is nobody's.
 * @param {import("./comparisons.mjs").Found} found
 * @param {number} rounds
 * @param {readonly string[]} flags for the contestants' processes
 */
async function run({ comparison, file }, rounds, flags) {
  const server = await startProcess("server.mjs", [], []);
  /** @type {import("./processes.mjs").BenchProcess[]} */
  const started = [server];
  try {
    const contestants = [];
    for (const { name } of comparison.contestants) {
      const contestant = await startProcess("contestant.mjs", [file, name, String(server.ready)], flags);
      started.push(contestant);
      contestants.push({ name, slice: contestant.ask });
    }
    console.log(`## ${comparison.name}: ${comparison.title}\n`);
    for (const load of loads) {
      console.error(`${comparison.name}, ${load.name} …`);
      console.log(`${table(comparison, load.name, await measure(contestants, load, rounds))}\n`);
    }
  } finally {
    await Promise.all(started.map((one) => one.stop()));
  }
}
