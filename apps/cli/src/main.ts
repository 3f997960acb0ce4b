#!/usr/bin/env node
import { isatty } from "node:tty";
import { stopBy } from "./ending.ts";
import { exitCodes } from "./exit-codes.ts";
import { run } from "./run.ts";

/** Wires the process to `run`: everything that a test would have to replace is named here. */
const stop = stopBy(process);
const reader = new AbortController();
// Asked now: of a closed terminal it is false.
const atTerminal = [0, 1, 2].some(isatty);

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader such as `head` closes the pipe when it has seen enough; that is no failure of ours.
  if (error.code === "EPIPE") return reader.abort();
  // A terminal that was closed takes nothing; who closed it does not want to hear of it.
  if (stop.signal.aborted) return;
  process.stderr.write(`graph-sync: stdout cannot be written (${error.code ?? error.message}).\n`);
  process.exitCode = exitCodes.failed;
  stop.end(exitCodes.failed);
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
  signal: stop.signal,
  readerGone: reader.signal,
});
// Node aborts, with a core dump, where it leaves a terminal that is closed; the default action of the signal does not.
if (code === exitCodes.hungUp && atTerminal) process.kill(process.pid, "SIGHUP");
// An interrupted read of stdin would keep the process alive; in every other case what is written must drain first.
if (stop.signal.aborted) process.exit(code);
process.exitCode = code;
