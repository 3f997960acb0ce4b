import type { OperationInfo } from "../contract/operation.ts";
import type { TransportError } from "../errors/transport-error.ts";

/** What ended an attempt: no answer at all, or a status. */
export type Failure = TransportError | { readonly status: number };

/**
 * The one rule of what may be sent again. Reads and idempotent writes may after any passing fault. What must not
 * happen twice may only where it certainly did not happen once: no byte left, or Graph refused it before any work
 * (429). Nothing is repeated after the caller's abort, the deadline, a refused certificate or an answer too large,
 * because the second try would end the same way.
 */
export function mayRepeat(operation: OperationInfo, failure: Failure): boolean {
  const harmless = operation.repeat !== "never";
  if ("status" in failure) {
    if (failure.status === 429) return true;
    return harmless && passing.has(failure.status);
  }
  if (!mayPass(failure)) return false;
  return harmless || failure.sent === "none";
}

/** Statuses of a service that may do better in a moment. https://learn.microsoft.com/graph/errors */
const passing: ReadonlySet<number> = new Set([408, 500, 502, 503, 504]);

function mayPass({ kind, code }: TransportError): boolean {
  switch (kind) {
    case "network":
    case "desync":
      return true;
    case "timeout":
      return code !== "ERR_DEADLINE";
    case "protocol":
      return code === "ERR_DECODE" || code === "ERR_BODY";
    case "aborted":
    case "tls":
    case "too-large":
      return false;
  }
}
