import { InvalidRequestError } from "../errors/invalid-request-error.ts";

/** @throws InvalidRequestError unless it is a positive integer or `Infinity` */
export function checkLimit(name: string, limit: number): void {
  if (limit === Infinity || (Number.isSafeInteger(limit) && limit > 0)) return;
  throw new InvalidRequestError(`${name} must be a positive integer, not ${String(limit)}.`);
}
