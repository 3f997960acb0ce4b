import { plainLine } from "../output/plain.ts";
import type { Output } from "../surroundings.ts";
import type { Failure } from "./failure.ts";

/** Writes a failure as two lines: what happened, and what to do next. */
export function report(failure: Failure, stderr: Output): void {
  stderr.write(`graph-sync: ${plainLine(failure.message)}\n  ${plainLine(failure.hint)}\n`);
}
