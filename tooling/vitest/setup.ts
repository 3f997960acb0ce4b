import { setImmediate as turn } from "node:timers/promises";
import { format } from "node:util";
import { canaryScan } from "@graph-sync/testing/canaries";
import { afterEach } from "vitest";

/** Noise fails: a test that writes a warning or leaves a rejection behind has found something, so it does not pass. */
const noise: string[] = [];
/** What a test printed, for the scan after it. */
const printed: string[] = [];

console.error = (...values: readonly unknown[]): void => {
  noise.push(`console.error: ${format(...values)}`);
};
console.warn = (...values: readonly unknown[]): void => {
  noise.push(`console.warn: ${format(...values)}`);
};
process.on("unhandledRejection", (reason) => {
  noise.push(`unhandled rejection: ${format(reason)}`);
});

for (const name of ["log", "info", "debug"] as const) {
  const print = console[name];
  console[name] = (...values: readonly unknown[]): void => {
    printed.push(format(...values));
    print(...values);
  };
}

afterEach(async ({ task }) => {
  // Node reports a rejection that nobody handled only after the turn in which it happened.
  await turn();
  const made = noise.splice(0);
  // A test that fails shows what it had in its hands: the error, what was expected, what was printed. No secret may be in it.
  canaryScan(...(task.result?.errors ?? []), ...printed.splice(0), ...made);
  if (made.length > 0) throw new Error(`The test made noise.\n${made.join("\n")}`);
});
