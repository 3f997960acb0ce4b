#!/usr/bin/env node
import { run } from "./run.ts";

// A reader such as `head` closes the pipe when it has seen enough. That is no failure, and a server that runs goes on.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  process.stderr.write(`graph-sync-server: stdout cannot be written (${error.code ?? error.message}).\n`);
});
// Whoever closes stderr does not want to hear of it.
process.stderr.on("error", () => undefined);

process.exitCode = await run(process.argv.slice(2), process);
