import { InvalidRequestError } from "../errors/invalid-request-error.ts";

/** Times and sizes; what else has a limit is counted, and comes whole. */
const measured = /(Ms|Bytes)$/;

/** @throws InvalidRequestError unless it is a number above 0; `Infinity` is one */
export function checkLimit(name: string, limit: unknown): void {
  const whole = !measured.test(name);
  if (typeof limit === "number" && limit > 0 && !(whole && limit % 1 > 0)) return;
  throw new InvalidRequestError(
    `${name} must be a ${whole ? "whole " : ""}number above 0, or Infinity; it is ${String(limit)}.`,
  );
}

/**
 * Checks the times and sizes among the options of a transport.
 * @throws InvalidRequestError for one that is not a number above 0; `Infinity` is one
 */
export function checkLimits(options: object): void {
  for (const [name, limit] of Object.entries(options)) {
    if (measured.test(name) && limit !== undefined) checkLimit(name, limit);
  }
}
