import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import type { GraphRequest } from "./message.ts";

/** RFC 9110 §5.6.2, lower case only. */
const namePattern = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/;
/** RFC 9110 §5.5: printable characters, blanks and tabs, Latin-1; blanks at the ends would be lost on the way. */
const valuePattern = /^(?![\t ])[\t\x20-\x7e\x80-\xff]*(?<![\t ])$/;

/** Set by transports alone: a wrong one lets a second request hide in the first. */
const framing = /^(connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/;

/**
 * Refuses headers that could break the framing of a request; every transport calls it before the platform sees them.
 * The error names the header, never its value.
 * @throws InvalidRequestError
 */
export function checkHeaders(headers: Readonly<Record<string, string>>): void {
  for (const name in headers) {
    const value: unknown = headers[name];
    const fault = !namePattern.test(name)
      ? "has a name that is not valid: use letters, digits and hyphens, in lower case"
      : framing.test(name)
        ? "is set by the transport: leave it out"
        : typeof value !== "string" || !valuePattern.test(value)
          ? "has a value that is not valid (it is not shown): it must be text without line breaks, control characters or blanks at its ends"
          : undefined;
    if (fault !== undefined) {
      throw new InvalidRequestError(`Header ${JSON.stringify(name.slice(0, 64))} ${fault}.`);
    }
  }
}

/** An empty header record. It has no prototype, so that a header called `__proto__` is only a header. */
export function emptyHeaders(): Record<string, string> {
  // Object.create is typed `any`; an object without prototype and members is an empty record.
  return Object.create(null) as Record<string, string>;
}

/** Adds a received header; repeated ones are joined by ", " (RFC 9110 §5.3). */
export function addHeader(headers: Record<string, string>, name: string, value: string): void {
  const key = name.toLowerCase();
  const before = headers[key];
  headers[key] = before === undefined ? value : `${before}, ${value}`;
}

/** A frozen copy of a request with one header added or replaced. */
export function requestWith(request: GraphRequest, name: string, value: string): GraphRequest {
  return Object.freeze({ ...request, headers: withHeader(request.headers, name, value) });
}

/** A frozen copy with one header added or replaced. */
export function withHeader(
  headers: Readonly<Record<string, string>>,
  name: string,
  value: string,
): Readonly<Record<string, string>> {
  const copy = emptyHeaders();
  // Twice as fast as Object.assign, which looks for symbols too: each attempt is copied for its token and for its id.
  for (const each of Object.keys(headers)) copy[each] = headers[each] ?? "";
  copy[name] = value;
  return Object.freeze(copy);
}
