import { InvalidRequestError, type OperationId, type OperationInfo } from "@graph-sync/core";

/**
 * How long answers are given out, in milliseconds; 0 for not at all. By the contract's class, and by an operation's id
 * where one of them is different. What the contract says is never kept cannot be made to be.
 */
export interface Lifetimes extends Readonly<Partial<Record<OperationId, number>>> {
  /** What an administrator changes, such as templates; one hour unless told. */
  readonly stable?: number;
  /** What changes by itself, such as the status of a job; five seconds unless told. */
  readonly changing?: number;
}

const byDefault = { stable: 3_600_000, changing: 5_000 };

/** Lifetimes by class or operation id, checked. */
export type LifetimeTable = ReadonlyMap<string, number>;

/** The lifetime of an operation's answers; 0 for none. */
export function lifetimeOf({ method, keep, id }: OperationInfo, lifetimes: LifetimeTable): number {
  if (method !== "GET" || keep === undefined || keep === "never") return 0;
  return lifetimes.get(id) ?? lifetimes.get(keep) ?? byDefault[keep];
}

/** @throws InvalidRequestError */
export function checkLifetimes(lifetimes: Lifetimes): LifetimeTable {
  for (const [name, value] of Object.entries(lifetimes)) {
    if (typeof value !== "number" || !(value >= 0)) {
      throw new InvalidRequestError(
        `cache: lifetimesMs.${name} must be milliseconds, 0 or more, not ${String(value)}.`,
      );
    }
  }
  return new Map(Object.entries(lifetimes));
}
