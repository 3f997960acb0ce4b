import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { isTooDeep } from "./nesting.ts";

/** JSON.stringify escapes C0; these it leaves as they are: DEL, C1, line separators and bidirectional marks. */
const raw = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * The value as JSON for a program, two blanks deep. Characters that a terminal acts on are escaped: the same JSON.
 * @throws Refusal where the value is nested too deeply to be printed
 */
export function json(value: unknown): string {
  return printed(value, 2);
}

/** The value in one line, for a stream of them (NDJSON), whose lines are JSON each. */
export function jsonLine(value: unknown): string {
  return printed(value, 0);
}

function printed(value: unknown, indent: number): string {
  if (isTooDeep(value)) {
    throw new Refusal(
      exitCodes.failed,
      "The answer is nested too deeply to be printed as JSON.",
      "No synchronization object is that deep: check --base-url.",
    );
  }
  const text = JSON.stringify(value, undefined, indent);
  return `${text.replace(raw, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
