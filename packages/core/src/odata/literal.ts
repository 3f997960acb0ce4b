import { InvalidRequestError } from "../errors/invalid-request-error.ts";

/**
 * A string literal for `$filter`: in quotes, quotes inside it doubled (OData ABNF, SQUOTE-in-string).
 * @throws InvalidRequestError for text with control characters.
 * @example
 * odataString("O'Neil"); // 'O''Neil'
 */
export function odataString(value: string): string {
  // Control characters are what this pattern is for.
  if (/[\x00-\x1f\x7f]/.test(value)) throw new InvalidRequestError("An OData string must not have control characters.");
  return `'${value.replaceAll("'", "''")}'`;
}

/** What a filter can compare with. */
export type ODataValue = string | number | boolean | Date | null;

/**
 * A filter without concatenation: each value becomes a literal of its type, and none can end its quotes.
 * @throws InvalidRequestError for a value that has no literal, such as `undefined`, `NaN` or an invalid date
 * @example
 * graph.auditLogs.provisioning({ filter: odata`jobId eq ${jobId} and activityDateTime gt ${since}` });
 */
export function odata(text: TemplateStringsArray, ...values: readonly ODataValue[]): string {
  return String.raw({ raw: text }, ...values.map(literal));
}

function literal(value: ODataValue): string {
  if (typeof value === "string") return odataString(value);
  if (value === null || typeof value === "boolean" || Number.isFinite(value)) return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  throw new InvalidRequestError("A filter compares with text, a finite number, true, false, a valid Date or null.");
}
