import { TransportError } from "../errors/transport-error.ts";
import type { CallRecord } from "../pipeline/call-record.ts";
import type { Clock } from "../pipeline/host.ts";
import { checkLimit } from "../wire/check-limits.ts";

/** What may end a call early. */
export interface Limits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs a call under the one total deadline and the caller's signal. Both abort the signal that `run` gets, with the
 * typed error as its reason, and both reject at once, even if something below does not listen.
 */
export function underDeadline<T>(
  { timeoutMs, signal }: Limits,
  clock: Clock,
  record: CallRecord,
  run: (signal: AbortSignal, deadline: number) => Promise<T>,
): Promise<T> {
  checkLimit("timeoutMs", timeoutMs);
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const settled =
      <Outcome>(settle: (outcome: Outcome) => void) =>
      (outcome: Outcome): void => {
        cancelTimer?.();
        signal?.removeEventListener("abort", abort);
        settle(outcome);
      };
    const fail = settled(reject);
    const end = (message: string, facts: { code: "ERR_DEADLINE" | "ERR_ABORTED"; cause?: unknown }): void => {
      const error = new TransportError(message, { ...facts, sent: record.inFlight > 0 ? "unknown" : "none" });
      fail(error);
      controller.abort(error);
    };
    const abort = (): void =>
      end("The call was aborted by its signal.", { code: "ERR_ABORTED", cause: signal?.reason });
    const cancelTimer =
      timeoutMs === Infinity
        ? undefined
        : clock.timer(timeoutMs, () =>
            end(`The call did not end within ${timeoutMs} ms (timeoutMs).`, { code: "ERR_DEADLINE" }),
          );
    if (signal?.aborted === true) return abort();
    signal?.addEventListener("abort", abort, { once: true });
    // A plugin may throw before it gives a promise; inside an async function that is a rejection like any other.
    (async () => run(controller.signal, clock.monotonic() + timeoutMs))().then(settled(resolve), fail);
  });
}
