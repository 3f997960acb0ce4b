import { InvalidRequestError } from "@graph-sync/core";

/** How many connections there are, and how long one is kept; each number holds for one origin. */
export interface PoolOptions {
  /**
   * Connections at a time, those being opened and the idle ones included; 64 unless told. Further requests wait for
   * one, in the order they came; that wait is bounded by the call's own deadline alone.
   */
  readonly maxSockets?: number;
  /** Idle connections kept; 16 unless told. What is used next is the one that was used last. */
  readonly maxFreeSockets?: number;
  /**
   * Milliseconds from the opening of a connection to its last use; 300,000 unless told. The address behind a name
   * changes, and only a new connection asks for it again. https://learn.microsoft.com/graph/best-practices-concept
   */
  readonly maxSocketAgeMs?: number;
  /**
   * Milliseconds that a connection may be idle; 60,000 unless told, and less where the service says so (`Keep-Alive:
   * timeout=…`). Balancers on the way forget idle connections after some minutes without a word.
   */
  readonly freeSocketTimeoutMs?: number;
}

const byDefault: Readonly<Required<PoolOptions>> = {
  maxSockets: 64,
  maxFreeSockets: 16,
  maxSocketAgeMs: 300_000,
  freeSocketTimeoutMs: 60_000,
};

/** The limits that hold. The times were checked with the other times of the transport. */
export function poolLimits(options: PoolOptions): Readonly<Required<PoolOptions>> {
  return {
    maxSockets: options.maxSockets ?? byDefault.maxSockets,
    maxFreeSockets: options.maxFreeSockets ?? byDefault.maxFreeSockets,
    maxSocketAgeMs: options.maxSocketAgeMs ?? byDefault.maxSocketAgeMs,
    freeSocketTimeoutMs: options.freeSocketTimeoutMs ?? byDefault.freeSocketTimeoutMs,
  };
}

/** @throws InvalidRequestError for a count that is not a positive integer; `Infinity` is one */
export function checkCounts({ maxSockets, maxFreeSockets }: PoolOptions): void {
  for (const [name, count] of Object.entries({ maxSockets, maxFreeSockets })) {
    if (count === undefined || count === Infinity || (Number.isSafeInteger(count) && count > 0)) continue;
    throw new InvalidRequestError(`${name} must be a positive integer, not ${String(count)}.`);
  }
}
