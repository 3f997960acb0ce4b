/** A kept answer, as data that survives JSON. */
export interface CacheEntry {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** When it was answered, in milliseconds since 1970. */
  readonly keptAt: number;
  /** How long it may be given out, in milliseconds. */
  readonly lifetimeMs: number;
  /** The cache's own mark of the writes before it was asked for. */
  readonly version: string;
}

/**
 * Where answers are kept. A store may forget anything at any time; one that fails, or is slower than the cache's budget,
 * is taken for one that forgot. `cacheStoreContract` of `@graph-sync/testing` is the suite that makes an object a store.
 */
export interface CacheStore {
  /** Whether other processes may read and write the same entries. What belongs to this process alone is not put there. */
  readonly shared: boolean;
  get(key: string): CacheEntry | undefined | Promise<CacheEntry | undefined>;
  /** @param lifetimeMs how long it may be of use, in milliseconds; the cache itself never gives out what is older */
  set(key: string, entry: CacheEntry, lifetimeMs: number): void | Promise<void>;
  /** Forgets all entries, also those of other processes. */
  clear(): void | Promise<void>;
}
