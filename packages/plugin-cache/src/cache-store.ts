/** A kept answer, as data that survives JSON. */
export interface CacheEntry {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** When it was kept, in milliseconds since 1970. */
  readonly keptAt: number;
  /** The number of writes of this identity before it was asked for; an entry of an older one is stale. */
  readonly generation: number;
}

/** Where answers are kept. A store may forget anything at any time, and a failure of it is taken for forgetting. */
export interface CacheStore {
  get(key: string): CacheEntry | undefined | Promise<CacheEntry | undefined>;
  /** @param lifetimeMs how long the entry may be given out, in milliseconds */
  set(key: string, entry: CacheEntry, lifetimeMs: number): void | Promise<void>;
  clear(): void | Promise<void>;
}
