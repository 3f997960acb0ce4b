import { type Clock, type GraphRequest, type GraphResponse, InvalidRequestError, retryAfterMs } from "@graph-sync/core";
import type { Limits } from "./limits.ts";

/** Which requests to hold back, and who is told. */
export interface ThrottleOptions {
  /** Limits of single operations, beside the documented ones or instead of them. */
  readonly limits?: Limits;
  /** Called where a request has to wait. What it throws ends the call. */
  readonly onHold?: (event: HoldEvent) => void;
  /** Called with each 429. What it throws ends the call. */
  readonly onThrottled?: (event: ThrottledEvent) => void;
}

/** A request that is not sent at once. */
export interface HoldEvent {
  /** Such as `jobs.get`. */
  readonly operation: string;
  /**
   * `throttled`: the service said 429, or nearly. `limit`: the operation's own limit. `one-at-a-time`: the same was sent
   * and not yet answered.
   */
  readonly reason: "throttled" | "limit" | "one-at-a-time";
}

/** What the service said with a 429; each part undefined where it did not. */
export interface ThrottledEvent {
  /** Such as `jobs.get`. */
  readonly operation: string;
  /** How long it asks to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** Whose limit it is, such as `Tenant_Application/ReadWrite/<app>/<tenant>`. */
  readonly scope: string | undefined;
  /** Which limit it is, such as `ResourceUnitLimitExceeded`. */
  readonly information: string | undefined;
  /** How much of it is used, 1 being all. */
  readonly limitPercentage: string | undefined;
}

/** https://learn.microsoft.com/graph/throttling-limits#response-headers */
export function throttledEvent({ operation }: GraphRequest, { headers }: GraphResponse, clock: Clock): ThrottledEvent {
  return {
    operation: operation.id,
    retryAfterMs: retryAfterMs(headers, clock),
    scope: headers["x-ms-throttle-scope"],
    information: headers["x-ms-throttle-information"],
    limitPercentage: headers["x-ms-throttle-limit-percentage"],
  };
}

/** @throws InvalidRequestError */
export function checkObservers(options: ThrottleOptions): void {
  for (const name of ["onHold", "onThrottled"] as const) {
    const kind = typeof options[name];
    if (kind === "undefined" || kind === "function") continue;
    throw new InvalidRequestError(`throttle: ${name} must be a function, not a ${kind}.`);
  }
}
