import { spawn, spawnSync } from "node:child_process";
import { constants } from "node:os";
import { readJson, root } from "./packages.mjs";

/** Starts programs for run.mjs: in the workspace, with its signals and exit codes passed through. */
const windows = process.platform === "win32";
const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };

/** Installs what the lockfile says and gives the words that start the pinned pnpm. */
export async function installed(...filters) {
  const pinned = readJson(`${root}package.json`).packageManager;
  const pnpm = onPath(pinned) ? ["pnpm"] : ["npx", "--yes", pinned];
  await quietly("install", ...pnpm, "install", "--frozen-lockfile", ...filters);
  return pnpm;
}

/** Runs a step that is of interest only when it fails: one short line, or everything it said and the end. */
export async function quietly(title, ...words) {
  const started = performance.now();
  const said = [];
  const child = start(words, ["ignore", "pipe", "pipe"]);
  child.stdout.on("data", (bytes) => said.push(bytes));
  child.stderr.on("data", (bytes) => said.push(bytes));
  const code = await ended(child);
  if (code !== 0) {
    process.stderr.write(Buffer.concat(said));
    console.error(`${title} failed: ${words.join(" ")}`);
    process.exit(code);
  }
  console.log(`${title}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Runs a program in the foreground and gives its exit code. */
export const visibly = (...words) => ended(start(words, "inherit"));

function onPath(pinned) {
  const { stdout } = spawnSync("pnpm", ["--version"], { cwd: root, encoding: "utf8", shell: windows });
  return `pnpm@${stdout?.trim()}` === pinned;
}

const start = ([command, ...args], stdio) =>
  spawn(command, args, { cwd: root, env: environment, stdio, shell: windows && command === "npx" });

function ended(child) {
  // A terminal sends Ctrl-C to the child as well; every other signal reaches only this process.
  const pass = (signal) => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
