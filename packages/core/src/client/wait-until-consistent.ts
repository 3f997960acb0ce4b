import { isGraphServiceError } from "../errors/graph-service-error.ts";
import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { type Host, systemHost } from "../pipeline/host.ts";

/** How long to wait, and for what. */
export interface ConsistencyOptions {
  /** Reads in a row that must succeed; 3 unless told. One is no proof, for replicas differ. */
  readonly consecutive?: number;
  /** Milliseconds in all; 900,000 (15 minutes) unless told. */
  readonly timeoutMs?: number;
  /** Milliseconds between two reads; 2,000 unless told. */
  readonly intervalMs?: number;
  /** Ends the wait early: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Which failures mean "not yet"; 404, 403 and 409 unless told. Any other one ends the wait. */
  readonly isPending?: (error: unknown) => boolean;
  /** The real clock unless told. */
  readonly host?: Host;
}

/**
 * Reads until what was just made is there on every replica. Graph promises no time for this.
 * @returns what the last read gave
 * @throws TransportError of kind `timeout`, with the last failure as its cause
 * @example
 * await waitUntilConsistent((options) => sync.jobs(id).get(undefined, options));
 */
export async function waitUntilConsistent<T>(
  read: (options: { readonly signal: AbortSignal }) => Promise<T>,
  options: ConsistencyOptions = {},
): Promise<T> {
  const { consecutive = 3, timeoutMs = 900_000, intervalMs = 2_000, isPending = isNotYet } = options;
  if (!(consecutive >= 1 && timeoutMs > 0 && intervalMs >= 0)) {
    throw new InvalidRequestError(
      "waitUntilConsistent: consecutive must be 1 or more, and the times must not be negative.",
    );
  }
  const { clock } = options.host ?? systemHost;
  const signal = options.signal ?? new AbortController().signal;
  const end = clock.monotonic() + timeoutMs;
  let inARow = 0;
  let last: unknown;
  for (;;) {
    try {
      const value = await read({ signal });
      inARow += 1;
      if (inARow >= consecutive) return value;
    } catch (error) {
      if (!isPending(error)) throw error;
      inARow = 0;
      last = error;
    }
    if (clock.monotonic() + intervalMs > end) {
      throw new TransportError(`It was not there on every replica within ${timeoutMs} ms (timeoutMs).`, {
        code: "ERR_DEADLINE",
        cause: last,
      });
    }
    try {
      await clock.sleep(intervalMs, signal);
    } catch (cause) {
      throw new TransportError("The wait was aborted by its signal.", { code: "ERR_ABORTED", sent: "none", cause });
    }
  }
}

/** What Graph answers while an object is on its way to the replicas. */
function isNotYet(error: unknown): boolean {
  return isGraphServiceError(error) && [403, 404, 409].includes(error.status);
}
