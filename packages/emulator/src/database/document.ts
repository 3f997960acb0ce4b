import { GraphFault } from "../http/graph-fault.ts";

/** A JSON object of a text column; `where` names the column and the row. */
export function readObject(text: string, where: string): object {
  const document = parse(text, where);
  if (isObject(document) && !Array.isArray(document)) return document;
  throw new GraphFault(500, "InternalServerError", `The emulator's database holds no JSON object in ${where}.`);
}

/** A JSON array of objects of a text column, or null for the JSON `null`. */
export function readObjects(text: string, where: string): readonly object[] | null {
  const document = parse(text, where);
  if (document === null || (Array.isArray(document) && document.every(isObject))) return document;
  throw new GraphFault(500, "InternalServerError", `The emulator's database holds no array of objects in ${where}.`);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

// People edit the database by hand, which is welcome; a slip must be found quickly.
function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new GraphFault(500, "InternalServerError", `The emulator's database holds text that is no JSON in ${where}.`);
  }
}
