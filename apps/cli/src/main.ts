#!/usr/bin/env node
import { endingOf } from "./ending.ts";
import { run } from "./run.ts";

/** Wires the process to `run`: everything that a test would have to replace is named here. */
const signal = endingOf(process);

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader such as `head` closes the pipe when it has seen enough; that is no failure of ours.
  // Nor does a terminal that was closed take anything.
  if (error.code === "EPIPE" || signal.aborted) return;
  process.stderr.write(`graph-sync: stdout cannot be written (${error.code ?? error.message}).\n`);
  process.exit(1);
});
// Whoever closes stderr does not want to hear of it.
process.stderr.on("error", () => undefined);

const code = await run({
  argv: process.argv.slice(2),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  // A getter, because only looking at the real one already opens it.
  get stdin() {
    return process.stdin;
  },
  now: Date.now,
  signal,
});
// An interrupted read of stdin would keep the process alive; in every other case what is written must drain first.
if (signal.aborted) process.exit(code);
process.exitCode = code;
