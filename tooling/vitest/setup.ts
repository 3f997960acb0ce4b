import { setImmediate as turn } from "node:timers/promises";
import { format } from "node:util";
import { afterEach } from "vitest";

/** Noise fails: a test that writes a warning or leaves a rejection behind has found something, so it does not pass. */
const noise: string[] = [];

console.error = (...values: readonly unknown[]): void => {
  noise.push(`console.error: ${format(...values)}`);
};
console.warn = (...values: readonly unknown[]): void => {
  noise.push(`console.warn: ${format(...values)}`);
};
process.on("unhandledRejection", (reason) => {
  noise.push(`unhandled rejection: ${format(reason)}`);
});

afterEach(async () => {
  // Node reports a rejection that nobody handled only after the turn in which it happened.
  await turn();
  if (noise.length > 0) throw new Error(`The test made noise.\n${noise.splice(0).join("\n")}`);
});
