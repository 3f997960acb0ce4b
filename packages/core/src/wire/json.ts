/** A JSON object, of which nothing more is known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object that JSON would print in braces. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a text means as JSON; undefined where it is none. */
export function parseJson(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
