import { parsed } from "./parsed.ts";

/** A text column that does not hold what belongs there. The message names the column, never what is in it. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}

/** A JSON object of a text column, which is named like `jobs.status`. */
export function readObject(text: string, column: string): object {
  const document = parse(text, column);
  if (isObject(document) && !Array.isArray(document)) return document;
  throw new DocumentError(`The emulator's database holds no JSON object in ${column}.`);
}

/** A JSON array of objects of a text column, or null for the JSON `null`. */
export function readObjects(text: string, column: string): readonly object[] | null {
  const document = parse(text, column);
  if (document === null || (Array.isArray(document) && document.every(isObject))) return document;
  throw new DocumentError(`The emulator's database holds no array of objects in ${column}.`);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

// People edit the database by hand, which is welcome; a slip must be found quickly.
function parse(text: string, column: string): unknown {
  try {
    return parsed(text);
  } catch {
    // Without the parser's error, which quotes the text.
    throw new DocumentError(`The emulator's database holds text that is no JSON in ${column}.`);
  }
}
