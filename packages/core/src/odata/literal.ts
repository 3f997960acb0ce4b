import { InvalidRequestError } from "../errors/invalid-request-error.ts";

/**
 * A string literal for `$filter`: in quotes, quotes inside it doubled (OData ABNF, SQUOTE-in-string).
 * @throws InvalidRequestError for text with control characters.
 * @example
 * const filter = `displayName eq ${odataString("O'Neil")}`; // displayName eq 'O''Neil'
 */
export function odataString(value: string): string {
  // Control characters are what this pattern is for.
  if (/[\x00-\x1f\x7f]/.test(value)) throw new InvalidRequestError("An OData string must not have control characters.");
  return `'${value.replaceAll("'", "''")}'`;
}
