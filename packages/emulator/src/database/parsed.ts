import { unchanging } from "./unchanging.ts";

/** In characters: a status has two thousand at the most, a schema many times that. */
const longestKept = 8_192;
const mostKept = 2_000;

const known = new Map<string, unknown>();

/**
 * Parses JSON, and remembers small documents by their text: whoever polls the jobs of a tenant reads the same ones again and
 * again. Since all who read it share it, what it gives is frozen to its depth.
 *
 * @throws {SyntaxError} as `JSON.parse`.
 */
export function parsed(text: string): unknown {
  if (text.length > longestKept) return JSON.parse(text);
  const before = known.get(text);
  if (before !== undefined) return before;
  const document: unknown = JSON.parse(text);
  if (typeof document === "object" && document !== null) unchanging(document);
  if (known.size >= mostKept) known.clear();
  known.set(text, document);
  return document;
}
