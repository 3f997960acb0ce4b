import type { SynchronizationSchema } from "@graph-sync/core";
import { checkSchema } from "./model/check-schema.ts";
import { isExact } from "./model/exact-number.ts";
import { SchemaError } from "./schema-error.ts";

/**
 * Reads a schema from JSON: the answer of `GET …/schema`, the file that the portal exports, or what `format` wrote.
 *
 * A byte order mark is skipped. A number that JavaScript cannot keep exactly is refused, because a schema is written
 * back as a whole.
 * @throws SchemaError `bad-json` or `not-a-schema`, naming the place
 * @example
 * const schema = parse(await readFile("schema.json", "utf8"));
 */
export function parse(text: string): SynchronizationSchema {
  if (typeof text !== "string") throw new SchemaError("bad-json", "", "must be given as text.");
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const value = parsed(json);
  refuseInexact(json);
  checkSchema(value);
  return value;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new SchemaError("bad-json", "", `is not JSON: ${problem.slice(0, 200)}.`, { cause });
  }
}

/** The text is known to be JSON: without its escapes, every second quote ends a string, and numbers stand outside. */
function refuseInexact(json: string): void {
  const parts = json.replace(/\\./g, "").split('"');
  for (const [index, part] of parts.entries()) {
    const tokens = index % 2 === 0 ? (part.match(/[-\d][-+.\dEe]*/g) ?? []) : [];
    const token = tokens.find((one) => !isExact(one));
    if (token !== undefined) throw inexact(token);
  }
}

function inexact(token: string): SchemaError {
  const shown = token.length > 40 ? `${token.slice(0, 40)}…` : token;
  return new SchemaError("bad-json", "", `holds the number ${shown}, which cannot be kept exactly.`);
}
