import { InvalidRequestError } from "../errors/invalid-request-error.ts";

/** An option: what it must be, and how it is printed; undefined where it is not that. */
interface Printer {
  readonly expected: string;
  readonly print: (value: unknown) => string | undefined;
}

const names: Printer = {
  expected: "a list of property names, at least one",
  print: (value) => (Array.isArray(value) && value.length > 0 && value.every(isName) ? value.join(",") : undefined),
};

const text: Printer = {
  expected: "text without control characters",
  // Control characters are what this pattern is for.
  print: (value) => (typeof value === "string" && value !== "" && !/[\x00-\x1f\x7f]/.test(value) ? value : undefined),
};

const printers: ReadonlyMap<string, Printer> = new Map([
  ["select", names],
  ["expand", names],
  ["filter", text],
  ["orderby", text],
  ["search", text],
  [
    "top",
    {
      expected: "a positive integer",
      print: (value) => (Number.isSafeInteger(value) && Number(value) > 0 ? String(value) : undefined),
    },
  ],
  ["count", { expected: "true or false", print: (value) => (typeof value === "boolean" ? String(value) : undefined) }],
]);

/**
 * Prints OData options as a query string with its `?`, or `""` where there are none. An option that is `undefined`
 * is left out.
 * @throws InvalidRequestError for an unknown option, an empty list, or a value that is not of its kind.
 */
export function queryString(query: unknown): string {
  if (query === undefined) return "";
  if (typeof query !== "object" || query === null) {
    throw new InvalidRequestError("query must be an object of OData options.");
  }
  const parts: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    const printer = printers.get(name);
    if (printer === undefined) {
      throw new InvalidRequestError(`query.${name} is not an option: use ${[...printers.keys()].join(", ")}.`);
    }
    const printed = printer.print(value);
    if (printed === undefined) {
      throw new InvalidRequestError(
        `query.${name} must be ${printer.expected}; leave it out where there is nothing to ask.`,
      );
    }
    parts.push(`$${name}=${encode(name, printed)}`);
  }
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

function isName(name: unknown): boolean {
  return typeof name === "string" && /^[@\w][\w@./-]*$/.test(name);
}

/** Commas stay readable; they are legal in a query (RFC 3986 §3.4). */
function encode(name: string, value: string): string {
  try {
    return encodeURIComponent(value).replaceAll("%2C", ",");
  } catch {
    throw new InvalidRequestError(`query.${name} is not valid Unicode text.`);
  }
}
