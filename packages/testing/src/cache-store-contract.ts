import { entryCases } from "./cache-store-cases/entry-cases.ts";
import { keyCases } from "./cache-store-cases/key-cases.ts";
import type { RegisterTest } from "./transport-contract.ts";

/** What a store keeps: an answer with the cache's marks, as data that survives JSON. */
export interface KeptAnswer {
  /** The status of the answer. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent. */
  readonly body: string;
  /** When it was answered, in milliseconds since 1970. */
  readonly keptAt: number;
  /** How long it may be given out, in milliseconds. */
  readonly lifetimeMs: number;
  /** The cache's own mark; a store gives it back as it is. */
  readonly version: string;
}

/** A store as `cache({ store })` of `@graph-sync/plugin-cache` takes it. */
export interface StoreUnderTest {
  /** Whether another store that the factory makes has the same entries. */
  readonly shared: boolean;
  /** The entry under the key; undefined where there is none any more. */
  get(key: string): KeptAnswer | undefined | Promise<KeptAnswer | undefined>;
  /** Keeps an entry for so many milliseconds. */
  set(key: string, entry: KeptAnswer, lifetimeMs: number): void | Promise<void>;
  /** Forgets all entries. */
  clear(): void | Promise<void>;
}

/** Makes a store; where it is shared, all that it makes lead to the same place, which nobody else uses. */
export type CacheStoreFactory = () => StoreUnderTest | Promise<StoreUnderTest>;

/** One behaviour that every store has. */
export interface CacheStoreCase {
  readonly title: string;
  run(factory: CacheStoreFactory): Promise<void>;
}

/**
 * The suite that makes an object a store of `@graph-sync/plugin-cache`: give it your runner's `test` and a factory. It empties the
 * store again and again, so give it one of its own. It waits for no lifetime to end: a store may forget at any time, and
 * the cache itself never gives out what is too old.
 * @example
 * cacheStoreContract(test, () => memoryStore());
 */
export function cacheStoreContract(test: RegisterTest, factory: CacheStoreFactory): void {
  for (const { title, run } of [...entryCases, ...keyCases]) test(title, () => run(factory));
}
