/** A kept answer, as data that survives JSON. */
export interface CacheEntry {
  /** The status of the kept answer, a success. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent, before it is parsed. */
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
  /** The entry under the key; undefined where there is none any more. */
  get(key: string): CacheEntry | undefined | Promise<CacheEntry | undefined>;
  /**
   * Keeps an entry under the key, in place of an older one.
   * @param lifetimeMs how long it may be of use, in milliseconds; the cache itself never gives out what is older
   */
  set(key: string, entry: CacheEntry, lifetimeMs: number): void | Promise<void>;
  /** Forgets all entries, also those of other processes. */
  clear(): void | Promise<void>;
}
