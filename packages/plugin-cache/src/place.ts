import type { PluginHost, Send } from "@graph-sync/core";
import type { CachePolicy } from "./cache-options.ts";
import type { Shelf } from "./shelf.ts";
import type { Tally } from "./stats.ts";
import { type StoreAccess, storeAccess } from "./store-access.ts";

/** The cache in one client. */
export interface Place {
  readonly next: Send;
  readonly host: PluginHost;
  readonly shelf: Shelf;
  /** Whose answers these are: the origin and the partition. */
  readonly identity: string;
  readonly policy: CachePolicy;
  readonly counts: Tally;
}

/** A call's budget for the store, with its faults counted. */
export function accessOf({ policy, host, counts }: Place): StoreAccess {
  const { storeBudgetMs, onStoreFault } = policy;
  return storeAccess(storeBudgetMs, host.clock, (event) => {
    counts.failed(event.reason);
    onStoreFault?.(event);
  });
}
