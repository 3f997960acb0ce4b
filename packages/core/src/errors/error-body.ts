import { isJsonObject, parseJson } from "../wire/json.ts";

/** What can be read from the body of a failed answer, whatever its shape. */
export interface ErrorBody {
  /** All codes, outermost first. */
  readonly codes: readonly string[];
  /** What the service says, one sentence or none; at most 4,096 characters. */
  readonly message: string;
  /** When the service answered, and the two ids of the exchange, where an inner error has them. */
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * Reads the body of a failed answer: Graph's envelope in both casings of `innerError`, the OAuth form in which `error`
 * is a string, a backend's JSON text inside `message` (one level), HTML, nothing at all. It never throws.
 * https://learn.microsoft.com/graph/errors
 */
export function decodeErrorBody(body: string): ErrorBody {
  const codes: string[] = [];
  const ids: Record<string, string> = {};
  let message = "";

  function read(level: unknown, depth: number): void {
    if (!isJsonObject(level) || depth > maxDepth) return;
    const { error, code = error } = level;
    if (typeof code === "string" || typeof code === "number") codes.push(String(code).slice(0, maxWord));
    const said = level["error_description"] ?? level["message"] ?? level["Message"];
    // Only the envelope's own message may hold a backend's body, and that body's own is then one more level.
    const nested = depth < 2 ? parseJson(said) : undefined;
    if (typeof said === "string" && !isJsonObject(nested)) message ||= said.slice(0, maxMessage);
    for (const name of ["date", "request-id", "client-request-id"]) {
      const id = level[name];
      if (typeof id === "string") ids[name] ??= id.slice(0, maxWord);
    }
    read(nested, maxDepth - 1);
    read(error ?? level["innerError"] ?? level["innererror"], depth + 1);
  }

  read(parseJson(body), 0);
  return { codes, message, ids };
}

/** Deeper than any service nests its errors. */
const maxDepth = 16;
const maxMessage = 4096;
/** Codes and ids are short; what is longer is none of ours to print. */
const maxWord = 256;
