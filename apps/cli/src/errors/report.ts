import { plainLine } from "../output/plain.ts";
import { wrapped } from "../output/wrapped.ts";
import type { Output } from "../surroundings.ts";
import type { Refusal } from "./refusal.ts";

/**
 * Writes what ended a command as two lines: what happened, and what to do next. A hint may be longer than a terminal is
 * wide, and is wrapped there.
 */
export function report(refusal: Refusal, stderr: Output): void {
  const hint = wrapped(plainLine(refusal.hint), (stderr.columns || Infinity) - 2);
  stderr.write(`graph-sync: ${plainLine(refusal.message)}\n${hint.map((line) => `  ${line}\n`).join("")}`);
}
