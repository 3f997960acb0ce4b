import { type Clock, InvalidRequestError } from "@graph-sync/core";
import type { Rule } from "./turnstile.ts";

/** So many requests in any span of so many milliseconds. */
export interface Limit {
  /** How many requests the span may hold. */
  readonly requests: number;
  /** The length of the span, in milliseconds. */
  readonly perMs: number;
}

/** Limits by the operation's id; `false` takes a documented one away. */
export type Limits = Readonly<Record<string, Limit | false>>;

/**
 * The limits that Graph's reference states for single operations, for one app in one tenant.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-provisionondemand
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-post-bulkupload
 * https://learn.microsoft.com/graph/throttling-limits#identity-and-access-reports-service-limits
 */
export const documentedLimits: Readonly<
  Record<"jobs.provisionOnDemand" | "jobs.bulkUpload" | "provisioningLogs.list", Limit>
> = Object.freeze({
  "jobs.provisionOnDemand": Object.freeze({ requests: 5, perMs: 10_000 }),
  "jobs.bulkUpload": Object.freeze({ requests: 40, perMs: 5_000 }),
  "provisioningLogs.list": Object.freeze({ requests: 5, perMs: 10_000 }),
});

/** @throws InvalidRequestError */
export function checkLimits(limits: Limits): ReadonlyMap<string, Limit> {
  const all = new Map<string, Limit>(Object.entries(documentedLimits));
  for (const [id, limit] of Object.entries(limits)) {
    if (limit === false) all.delete(id);
    else all.set(id, { requests: count(id, limit), perMs: span(id, limit) });
  }
  return all;
}

/**
 * Lets in `requests` at a time and hands a place on `perMs` after the answer. The service counts when requests arrive, which
 * is before the answer: so it never sees more in any span, however long they were on the way.
 */
export function limitRule({ requests, perMs }: Limit, clock: Clock): Rule {
  let inside = 0;
  // When the places that are not in use can be used again, soonest first.
  const freeAt: number[] = [];
  return {
    opensAt() {
      while (freeAt[0] !== undefined && freeAt[0] <= clock.monotonic()) freeAt.shift();
      return inside + freeAt.length < requests ? -Infinity : (freeAt[0] ?? Infinity);
    },
    enter() {
      inside += 1;
      return (outcome) => {
        inside -= 1;
        if (outcome !== "unsent") freeAt.push(clock.monotonic() + perMs);
      };
    },
  };
}

function count(id: string, limit: Limit | undefined): number {
  const requests: unknown = limit?.requests;
  if (typeof requests === "number" && Number.isSafeInteger(requests) && requests > 0) return requests;
  throw new InvalidRequestError(
    `throttle: limits["${id}"].requests must be a whole number above 0, not ${String(requests)}; false for no limit.`,
  );
}

function span(id: string, limit: Limit | undefined): number {
  const perMs: unknown = limit?.perMs;
  if (typeof perMs === "number" && Number.isFinite(perMs) && perMs > 0) return perMs;
  throw new InvalidRequestError(
    `throttle: limits["${id}"].perMs must be a number of milliseconds above 0, not ${String(perMs)}.`,
  );
}
