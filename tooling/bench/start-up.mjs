import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { spread } from "./measure.mjs";
import { readRounds } from "./rounds.mjs";
import { markdown, shown } from "./table.mjs";

/** `pnpm bench:start-up [rounds]`: how long `graph-sync --help` takes from start to end, beside a node that does nothing. */
const main = fileURLToPath(new URL("../../apps/cli/dist/main.js", import.meta.url));
const limitMs = 80;
const contestants = { "bare node": ["--eval", "0"], "graph-sync --help": [main, "--help"] };

const rounds = readRounds(process.argv[2] ?? "21");
// Of one round each: they saw the same machine.
const taken = Array.from({ length: rounds + 1 }, () => Object.values(contestants).map(timeMs)).slice(1);
const added = spread(taken.map(([bare = 0, help = 0]) => help - bare));
const ratio = spread(taken.map(([bare = 1, help = 1]) => help / bare));
const own = (/** @type {number} */ at) => shown(spread(taken.map((each) => each[at] ?? 0)), 0);

console.log(`Node ${process.version}, rounds: ${rounds}\n`);
console.log(
  markdown([
    ["from start to end", "ratio", "added ms", "ms"],
    ["---", "---:", "---:", "---:"],
    ["bare node", "1", "", own(0)],
    ["graph-sync --help", `${shown(ratio, 2)} × bare node`, shown(added, 0), own(1)],
  ]),
);
if (added.median > limitMs) {
  console.error(`graph-sync --help may add ${limitMs} ms.`);
  process.exitCode = 1;
}

/**
 * @param {readonly string[]} words
 * @returns {number}
 */
function timeMs(words) {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, words, { stdio: "ignore" });
  if (status !== 0) throw new Error(`node ${words.join(" ")} ended with ${status}: is apps/cli built?`);
  return performance.now() - began;
}
