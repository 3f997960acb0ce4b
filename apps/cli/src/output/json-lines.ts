import { json } from "./json.ts";

/** A value as one line of JSON, for streams (NDJSON). */
export function jsonLine(value: unknown): string {
  // Line ends inside of texts are escaped already, so these are the layout's alone.
  return `${json(value)
    .split("\n")
    .map((line) => line.trimStart())
    .join("")}\n`;
}
