#!/usr/bin/env node
import { isatty } from "node:tty";
import { endingOf } from "./ending.ts";
import { exitCodes } from "./exit-codes.ts";
import { run } from "./run.ts";

/** Wires the process to `run`: everything that a test would have to replace is named here. */
const signal = endingOf(process);
// Asked now: of a closed terminal it is false.
const atTerminal = [0, 1, 2].some(isatty);

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
// Node aborts, with a core dump, where it leaves a terminal that is closed; the default action of the signal does not.
if (code === exitCodes.hungUp && atTerminal) process.kill(process.pid, "SIGHUP");
// An interrupted read of stdin would keep the process alive; in every other case what is written must drain first.
if (signal.aborted) process.exit(code);
process.exitCode = code;
