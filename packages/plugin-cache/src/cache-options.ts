import { type CacheOutcome, defineOption, InvalidRequestError, type OptionKey } from "@graph-sync/core";
import type { CacheStore } from "./cache-store.ts";
import { checkLifetimes, type Lifetimes, type LifetimeTable } from "./lifetimes.ts";

/** What is kept, for how long, and where. */
export interface CacheOptions {
  /** Milliseconds by class or by operation: `{ changing: 2_000, "templates.list": 0 }`. */
  readonly lifetimesMs?: Lifetimes;
  /**
   * How long after its lifetime an answer is still given out, in milliseconds, while a new one is fetched beside the call;
   * 0 unless told.
   */
  readonly staleWhileRevalidateMs?: number;
  /**
   * How long after its lifetime an answer is still given out, in milliseconds, where the service fails or cannot be
   * reached; 0 unless told.
   */
  readonly staleIfErrorMs?: number;
  /** `memoryStore()` unless told. */
  readonly store?: CacheStore;
  /** How long one call waits for the store, in milliseconds; 50 unless told. After that it goes on without it. */
  readonly storeBudgetMs?: number;
  /** Called once for each read. What it throws ends the call. */
  readonly onAnswer?: (event: CacheAnswerEvent) => void;
  /** Called where the store failed or was too slow; the call went on without it. What it throws is nobody's. */
  readonly onStoreFault?: (event: StoreFaultEvent) => void;
}

/** What one call may set with `cacheOptions`. */
export interface CacheCallOptions {
  /** Whether the service must be asked for this call, whatever is kept or under way; its answer is kept. */
  readonly fresh?: boolean;
}

/** For one call: `context: [cacheOptions({ fresh: true })]`. */
export const cacheOptions: OptionKey<CacheCallOptions> = defineOption("cacheOptions");

/** How a read was answered. */
export interface CacheAnswerEvent {
  /** Such as `jobs.get`. */
  readonly operation: string;
  /** Who answered. */
  readonly outcome: CacheOutcome;
  /** Age of what was given out, in milliseconds; 0 where the service was asked. */
  readonly ageMs: number;
}

/** A store that did not do its part. */
export interface StoreFaultEvent {
  /** What was asked of the store. */
  readonly action: "get" | "set" | "clear";
  /** `slow`: it took longer than the budget of a call. `failed`: it rejected. */
  readonly reason: "slow" | "failed";
  /** What it rejected with. */
  readonly error?: unknown;
}

/** Options with nothing left open. */
export interface CachePolicy extends Pick<CacheOptions, "onAnswer" | "onStoreFault"> {
  readonly lifetimes: LifetimeTable;
  readonly staleWhileRevalidateMs: number;
  readonly staleIfErrorMs: number;
  readonly storeBudgetMs: number;
}

/** @throws InvalidRequestError */
export function checkOptions(options: CacheOptions): CachePolicy {
  const { onAnswer, onStoreFault, store } = options;
  for (const [name, value] of Object.entries({ onAnswer, onStoreFault })) {
    if (value !== undefined && typeof value !== "function")
      throw new InvalidRequestError(`cache: ${name} must be a function, not a ${typeof value}.`);
  }
  if (store !== undefined && typeof store.shared !== "boolean")
    throw new InvalidRequestError("cache: store must be a store: did you forget to call memoryStore() or keyvStore()?");
  return {
    lifetimes: checkLifetimes(options.lifetimesMs ?? {}),
    staleWhileRevalidateMs: milliseconds("staleWhileRevalidateMs", options.staleWhileRevalidateMs ?? 0),
    staleIfErrorMs: milliseconds("staleIfErrorMs", options.staleIfErrorMs ?? 0),
    storeBudgetMs: milliseconds("storeBudgetMs", options.storeBudgetMs ?? 50),
    ...(onAnswer && { onAnswer }),
    ...(onStoreFault && { onStoreFault }),
  };
}

/** @throws InvalidRequestError */
export function milliseconds(name: string, value: unknown): number {
  if (typeof value === "number" && value >= 0) return value;
  throw new InvalidRequestError(`cache: ${name} must be milliseconds, 0 or more, not ${String(value)}.`);
}
