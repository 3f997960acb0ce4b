import { definePlugin, InvalidRequestError, type Plugin } from "@graph-sync/core";
import { type CacheOptions, checkOptions } from "./cache-options.ts";
import type { CacheStore } from "./cache-store.ts";
import { memoryStore } from "./memory-store.ts";
import { reading } from "./reading.ts";
import { type Shelf, shelfOf } from "./shelf.ts";
import { type CacheStats, tally } from "./stats.ts";
import { type Invalidation, tagsOf } from "./tags.ts";
import { writing } from "./writing.ts";

/** The plugin, with what its owner may do. */
export interface CachePlugin extends Plugin {
  /** Reads by outcome, and faults of the store, of all clients that the plugin is in. */
  stats(): CacheStats;
  /**
   * Drops what is kept of an app, of operations, or of both; without an argument everything, as `clear` does.
   * @throws InvalidRequestError for an argument that names nothing
   * @example
   * await kept.invalidate({ servicePrincipalId, operations: ["jobs.schema.get"] });
   */
  invalidate(what?: Invalidation): Promise<void>;
  /** Empties the store. */
  clear(): Promise<void>;
}

/**
 * Answers reads from what was answered before. It keeps complete 200 answers of operations that the contract allows to
 * keep, never secrets, and never one identity's answer for another. Equal reads at the same time are one request. A write
 * makes stale what the contract says, and also the answers of reads that were under way.
 *
 * Configuration: the store and what is known of writes. Client: the requests under way. Request: everything else.
 * @throws InvalidRequestError for a bad option
 * @example
 * const kept = cache({ lifetimesMs: { changing: 2_000 } });
 * const graph = createClient({ transport: fetchTransport(), plugins: [bearer(token), kept] });
 */
export function cache(options: CacheOptions = {}): CachePlugin {
  const policy = checkOptions(options);
  const store = options.store ?? memoryStore();
  const counts = tally();
  // For identities that no other process knows by the same name.
  const own: CacheStore = store.shared ? memoryStore() : store;
  const shelves: readonly Shelf[] = [...new Set([store, own])].map(shelfOf);

  async function clear(): Promise<void> {
    await Promise.all(shelves.map((shelf) => shelf.clear()));
  }

  return definePlugin({
    name: "cache",
    slot: "cache",
    stats: counts.read,
    clear,
    async invalidate(what) {
      if (what === undefined) return clear();
      const tags = tagsOf(what);
      if (tags.length === 0) {
        throw new InvalidRequestError(
          "cache: invalidate takes operations, a servicePrincipalId or an applicationId, or nothing at all.",
        );
      }
      await Promise.all(shelves.map(async (shelf) => shelf.drop(tags, { now: -Infinity, access: direct })));
    },
    install(next, host) {
      const shelf = shelfOf(host.partition.stable ? store : own);
      const identity = JSON.stringify([host.origin, host.partition.id]);
      const place = { next, host, shelf, identity, policy, counts };
      const read = reading(place);
      const write = writing(place);
      return (request) => (request.operation.repeat === "safe" ? read(request) : write(request));
    },
  });
}

/** An owner waits for the store as long as it takes, and hears of its failures. */
const direct: Parameters<Shelf["drop"]>[1]["access"] = { use: (_action, ask) => ask() };
