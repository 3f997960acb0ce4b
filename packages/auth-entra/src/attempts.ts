import { abortable, AuthError, type Host, isAuthError, isGraphError, isTransportError } from "@graph-sync/core";

interface Limits {
  readonly authority: string;
  readonly timeoutMs: number;
  readonly host: Host;
  readonly signal: AbortSignal;
}

/** How often a request is sent again. */
const repeats = 2;
/** Before the second request where Entra asks for no time; twice that before the third. */
const backoffMs = 1000;

/**
 * Sends a request under one deadline, and again where the failure is a passing one. A wait that would outlast the deadline is not begun.
 * @throws AuthError, or what `signal` was aborted with
 */
export function attempts<T>(limits: Limits, send: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { authority, timeoutMs, host } = limits;
  const until = host.clock.monotonic() + timeoutMs;

  return underDeadline(limits, async (signal) => {
    for (let count = 0; ; count += 1) {
      try {
        return await send(signal);
      } catch (cause) {
        signal.throwIfAborted();
        const error = failure(authority, cause);
        if (!isAuthError(error) || !error.retryable || count === repeats) throw error;
        // Jitter goes upward only: sooner than asked is too soon.
        const waitMs = (error.retryAfterMs ?? backoffMs * 2 ** count) * (1 + host.random() / 10);
        if (host.clock.monotonic() + waitMs >= until) throw error;
        await host.clock.sleep(waitMs, signal);
      }
    }
  });
}

/** Runs under a signal that the caller's and the deadline abort; both end the wait at once, heard or not. */
async function underDeadline<T>(
  { authority, timeoutMs, host, signal }: Limits,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal.reason);
  const late = new AuthError(`${authority} gave no token within ${timeoutMs} ms (timeoutMs).`, { retryable: true });
  const cancel = timeoutMs === Infinity ? undefined : host.clock.timer(timeoutMs, () => controller.abort(late));
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await abortable(run(controller.signal), controller.signal);
  } finally {
    cancel?.();
    signal.removeEventListener("abort", abort);
  }
}

/** What became of a request. What is ours already stays as it is. */
function failure(authority: string, cause: unknown): unknown {
  if (isTransportError(cause)) {
    const passes = cause.kind === "network" || cause.kind === "timeout" || cause.kind === "desync";
    return new AuthError(`No answer to the token request: ${cause.message}`, { cause, retryable: passes });
  }
  if (isGraphError(cause)) return cause;
  return new AuthError(`The token request to ${authority} failed; its own error is the cause.`, { cause });
}
