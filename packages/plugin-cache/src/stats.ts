import type { CacheOutcome } from "@graph-sync/core";
import type { StoreFaultEvent } from "./cache-options.ts";

/** Reads by outcome since the plugin was made, and faults of the store. */
export interface CacheStats extends Readonly<Record<CacheOutcome, number>> {
  /** How often the store was too slow, or failed. */
  readonly storeFaults: Readonly<Record<StoreFaultEvent["reason"], number>>;
}

export interface Tally {
  answered(outcome: CacheOutcome): void;
  failed(reason: StoreFaultEvent["reason"]): void;
  read(): CacheStats;
}

export function tally(): Tally {
  const outcomes = { hit: 0, miss: 0, stale: 0, bypass: 0, coalesced: 0 };
  const storeFaults = { slow: 0, failed: 0 };
  return {
    answered: (outcome) => void (outcomes[outcome] += 1),
    failed: (reason) => void (storeFaults[reason] += 1),
    read: () => Object.freeze({ ...outcomes, storeFaults: Object.freeze({ ...storeFaults }) }),
  };
}
