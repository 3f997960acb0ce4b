import { InvalidRequestError } from "../errors/invalid-request-error.ts";

/** The type an option must have, the pattern of its text, and what both mean in words. */
type Form = readonly ["array" | "string" | "number" | "boolean", RegExp, string];

const names: Form = ["array", /^[@A-Za-z_][\w@./-]*(,[@A-Za-z_][\w@./-]*)*$/, "a list of property names, at least one"];
// Control characters, and halves of surrogate pairs, are what this pattern is for.
const text: Form = ["string", /^[^\x00-\x1f\x7f\ud800-\udfff]+$/u, "valid Unicode text without control characters"];

const forms: ReadonlyMap<string, Form> = new Map([
  ["select", names],
  ["expand", names],
  ["filter", text],
  ["orderby", text],
  ["search", text],
  ["top", ["number", /^[1-9]\d*$/, "a positive integer"]],
  ["count", ["boolean", /^/, "true or false"]],
]);

/**
 * Prints OData options as a query string with its `?`, or `""` where there are none. An option that is `undefined`
 * is left out.
 * @throws InvalidRequestError for an unknown option, an empty list, or a value that is not of its kind.
 */
export function queryString(query: unknown = {}): string {
  if (typeof query !== "object" || query === null) {
    throw new InvalidRequestError("query must be an object of OData options.");
  }
  const parts: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    const form = forms.get(name);
    if (form === undefined) {
      throw new InvalidRequestError(`query.${name} is not an option: use ${[...forms.keys()].join(", ")}.`);
    }
    const [type, pattern, meaning] = form;
    const printed = String(value);
    if ((Array.isArray(value) ? "array" : typeof value) !== type || !pattern.test(printed)) {
      throw new InvalidRequestError(`query.${name} must be ${meaning}; leave it out where there is nothing to ask.`);
    }
    // Commas stay readable; they are legal in a query (RFC 3986 §3.4).
    parts.push(`$${name}=${encodeURIComponent(printed).replaceAll("%2C", ",")}`);
  }
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}
