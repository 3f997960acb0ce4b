import { InvalidRequestError } from "../errors/invalid-request-error.ts";

/** How each option is checked and printed. */
const printers: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  select: names,
  expand: names,
  filter: text,
  orderby: text,
  top: (value) => (Number.isSafeInteger(value) && Number(value) > 0 ? String(value) : undefined),
};

/**
 * Prints OData options as a query string with its `?`, or `""` where there are none. An option that is `undefined`
 * is left out.
 * @throws InvalidRequestError for an unknown option, an empty list, or a value that is not of its kind.
 */
export function queryString(query: unknown): string {
  if (query === undefined) return "";
  if (typeof query !== "object" || query === null)
    throw new InvalidRequestError("query must be an object of OData options.");
  const parts: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    const printer = Object.hasOwn(printers, name) ? printers[name] : undefined;
    if (printer === undefined) {
      throw new InvalidRequestError(`query.${name} is not an option: use ${Object.keys(printers).join(", ")}.`);
    }
    const printed = printer(value);
    if (printed === undefined) {
      throw new InvalidRequestError(
        `query.${name} must be ${expected[name]}; leave it out where there is nothing to ask.`,
      );
    }
    parts.push(`$${name}=${encode(name, printed)}`);
  }
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

const expected: Readonly<Record<string, string>> = {
  select: "a list of property names, at least one",
  expand: "a list of property names, at least one",
  filter: "an OData expression without control characters",
  orderby: "a property name, with asc or desc after it",
  top: "a positive integer",
};

function names(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.every((name) => typeof name === "string" && /^[@\w][\w@./-]*$/.test(name)) ? value.join(",") : undefined;
}

function text(value: unknown): string | undefined {
  // Control characters are what this pattern is for.
  return typeof value === "string" && value !== "" && !/[\x00-\x1f\x7f]/.test(value) ? value : undefined;
}

/** Commas stay readable; they are legal in a query (RFC 3986 §3.4). */
function encode(name: string, value: string): string {
  try {
    return encodeURIComponent(value).replaceAll("%2C", ",");
  } catch {
    throw new InvalidRequestError(`query.${name} is not valid Unicode text.`);
  }
}
