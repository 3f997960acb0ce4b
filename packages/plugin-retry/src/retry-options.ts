import { defineOption, type Failure, InvalidRequestError, type OptionKey } from "@graph-sync/core";

/** What one call may set with `retryOptions`. */
export interface RetryCallOptions {
  /** Requests in all, the first one included; 4 unless told, 1 for no retries. */
  readonly attempts?: number;
  /** Longest first pause after a failure, in milliseconds; it doubles with each one. 250 unless told. */
  readonly delayMs?: number;
  /** The same after a 429 that says nothing of the time; 1,000 unless told. */
  readonly throttledDelayMs?: number;
  /** No pause of our own is longer, in milliseconds; 30,000 unless told. What the service asks for may be. */
  readonly maxDelayMs?: number;
  /** Whether a second one of a write that must not be repeated does no harm here; false unless told. */
  readonly unsafe?: boolean;
  /** Called before each wait. What it throws ends the call. */
  readonly onRetry?: (event: RetryEvent) => void;
  /** Called where an attempt could have been made and is not. What it throws ends the call. */
  readonly onGiveUp?: (event: GiveUpEvent) => void;
}

/** How often to send again, how long to wait, and how many retries there are in all. */
export interface RetryOptions extends RetryCallOptions {
  /**
   * Retries that an identity has in hand at an origin; 10 unless told, `Infinity` for no limit. A retry takes one, an
   * answer gives half a one back, and a 429 that says when to come back takes none. A service that only fails gets
   * `calls + budget` requests at most.
   */
  readonly budget?: number;
}

/** A failed attempt that is made again. */
export interface RetryEvent {
  /** Such as `jobs.get`. */
  readonly operation: string;
  /** The number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** A status, or the error. */
  readonly failure: Failure;
  /** Milliseconds that the service asked for; undefined where it did not. */
  readonly retryAfterMs: number | undefined;
  /** Milliseconds until the next attempt. */
  readonly delayMs: number;
}

/** A failed attempt that is not made again, though it might be. */
export interface GiveUpEvent extends Omit<RetryEvent, "delayMs"> {
  /** No attempt left, no time left for the wait, or no retry left for this identity. */
  readonly reason: "attempts" | "deadline" | "budget";
}

/** For one call: `context: [retryOptions({ attempts: 1 })]`. What it leaves out is as the plugin has it. */
export const retryOptions: OptionKey<RetryCallOptions> = defineOption("retryOptions");

/** Options with nothing left open. */
export type RetryPolicy = Required<Omit<RetryOptions, "onRetry" | "onGiveUp">> &
  Pick<RetryOptions, "onRetry" | "onGiveUp">;

const byDefault: RetryPolicy = {
  attempts: 4,
  delayMs: 250,
  throttledDelayMs: 1_000,
  maxDelayMs: 30_000,
  unsafe: false,
  budget: 10,
};

/** @throws InvalidRequestError */
export function configured(options: RetryOptions, base: RetryPolicy = byDefault): RetryPolicy {
  const onRetry = observer("onRetry", options.onRetry ?? base.onRetry);
  const onGiveUp = observer("onGiveUp", options.onGiveUp ?? base.onGiveUp);
  return {
    attempts: number("attempts", options.attempts ?? base.attempts, 1, Number.isSafeInteger),
    delayMs: number("delayMs", options.delayMs ?? base.delayMs, 0, Number.isFinite),
    throttledDelayMs: number("throttledDelayMs", options.throttledDelayMs ?? base.throttledDelayMs, 0, Number.isFinite),
    maxDelayMs: number("maxDelayMs", options.maxDelayMs ?? base.maxDelayMs, 0, Number.isFinite),
    unsafe: flag("unsafe", options.unsafe ?? base.unsafe),
    budget: number("budget", options.budget ?? base.budget, 0, () => true),
    ...(onRetry && { onRetry }),
    ...(onGiveUp && { onGiveUp }),
  };
}

function number(name: string, value: unknown, least: number, holds: (value: number) => boolean): number {
  if (typeof value === "number" && value >= least && holds(value)) return value;
  const kind = name === "attempts" ? "a whole number" : "a number";
  throw new InvalidRequestError(`retry: ${name} must be ${kind}, ${least} or more, not ${String(value)}.`);
}

function flag(name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new InvalidRequestError(`retry: ${name} must be true or false, not ${String(value)}.`);
}

function observer<F>(name: string, value: F): F {
  if (value === undefined || typeof value === "function") return value;
  throw new InvalidRequestError(`retry: ${name} must be a function, not ${String(value)}.`);
}
