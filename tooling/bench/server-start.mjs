import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { spread } from "./measure.mjs";
import { readRounds } from "./rounds.mjs";
import { markdown, shown } from "./table.mjs";

/**
 * `pnpm bench:server [rounds]`: from the start of `graph-sync-server` until it prints that it listens, and its memory at rest,
 * beside a node that does nothing. The memory is the resident set that Linux tells.
 */
const main = fileURLToPath(new URL("../../apps/server/dist/main.js", import.meta.url));
const [limitMs, limitMb, restMs] = [1_000, 150, 1_000];
const bare = ["--eval", "console.log('ready'); setInterval(() => undefined, 1_000)"];

const rounds = readRounds(process.argv[2] ?? "7");
/** @type {{ readonly readyMs: number; readonly restMb: number }[][]} */
const taken = [];
// The first round warms the disk's cache, and is not counted.
for (let round = 0; round <= rounds; round += 1)
  taken.push([await started(bare), await started([main, "--port", "0"])]);
const own = (/** @type {number} */ at, /** @type {"readyMs" | "restMb"} */ what) =>
  spread(taken.slice(1).map((each) => each[at]?.[what] ?? 0));
const [readyMs, restMb] = [own(1, "readyMs"), own(1, "restMb")];

console.log(`Node ${process.version}, rounds: ${rounds}\n`);
console.log(
  markdown([
    ["from start to ready", "ms", "MB at rest"],
    ["---", "---:", "---:"],
    ["bare node", shown(own(0, "readyMs"), 0), shown(own(0, "restMb"), 0)],
    ["graph-sync-server", shown(readyMs, 0), shown(restMb, 0)],
  ]),
);
if (readyMs.median > limitMs || restMb.median > limitMb) {
  console.error(`graph-sync-server may take ${limitMs} ms and ${limitMb} MB.`);
  process.exitCode = 1;
}

/**
 * @param {readonly string[]} words
 * @returns {Promise<{ readyMs: number, restMb: number }>}
 */
async function started(words) {
  const began = performance.now();
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  try {
    const line = new Promise((resolve) => createInterface(child.stdout).once("line", resolve));
    const early = ended.then((code) => Promise.reject(new Error(`node ${words.join(" ")} ended with ${code}.`)));
    await Promise.race([line, early]);
    const readyMs = performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, restMs));
    const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    return { readyMs, restMb: Number(kb) / 1024 };
  } finally {
    child.kill("SIGTERM");
    await ended.catch(() => undefined);
  }
}
