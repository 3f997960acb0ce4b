import { InvalidRequestError } from "@graph-sync/core";
import type { CacheEntry, CacheStore } from "./cache-store.ts";

/** How much is kept. */
export interface MemoryStoreOptions {
  /** 500 unless told. */
  readonly maxEntries?: number;
  /** Bytes of all entries together; 67,108,864 (64 MiB) unless told. A character counts as two, which is the most it takes. */
  readonly maxBytes?: number;
}

/** Keeps answers in this process and forgets the one that was not used for the longest time first. */
export function memoryStore(options: MemoryStoreOptions = {}): CacheStore {
  const maxEntries = positive("maxEntries", options.maxEntries ?? 500);
  const maxBytes = positive("maxBytes", options.maxBytes ?? 64 * 1024 * 1024);
  const kept = new Map<string, Kept>();
  // In the order of use, as a list of its own: a Map that is deleted from and added to on each use takes twice the time.
  let newest: Kept | undefined;
  let oldest: Kept | undefined;
  let bytes = 0;

  function unlink({ older, newer }: Kept): void {
    if (older === undefined) oldest = newer;
    else older.newer = newer;
    if (newer === undefined) newest = older;
    else newer.older = older;
  }

  function use(one: Kept): void {
    one.older = newest;
    one.newer = undefined;
    if (newest === undefined) oldest = one;
    else newest.newer = one;
    newest = one;
  }

  function remove(one: Kept | undefined): void {
    if (one === undefined) return;
    kept.delete(one.key);
    bytes -= one.bytes;
    unlink(one);
  }

  const store: CacheStore = {
    shared: false,
    get(key) {
      const found = kept.get(key);
      if (found !== undefined && found !== newest) {
        unlink(found);
        use(found);
      }
      return found?.entry;
    },
    set(key, entry) {
      remove(kept.get(key));
      const one: Kept = { key, entry, bytes: bytesOf(key, entry), older: undefined, newer: undefined };
      if (one.bytes > maxBytes) return;
      kept.set(key, one);
      bytes += one.bytes;
      use(one);
      while (kept.size > maxEntries || bytes > maxBytes) remove(oldest);
    },
    clear() {
      kept.clear();
      newest = oldest = undefined;
      bytes = 0;
    },
  };
  stores.add(store);
  return store;
}

const stores = new WeakSet<CacheStore>();

/** Whether what a store gives is the object that it was given, so that more can be known of it. */
export const isMemoryStore = (store: CacheStore): boolean => stores.has(store);

interface Kept {
  readonly key: string;
  readonly entry: CacheEntry;
  readonly bytes: number;
  older: Kept | undefined;
  newer: Kept | undefined;
}

/** What an object costs beside its texts. */
const overheadBytes = 256;

function bytesOf(key: string, { body, headers }: CacheEntry): number {
  let characters = key.length + body.length;
  for (const name in headers) characters += name.length + (headers[name]?.length ?? 0);
  return overheadBytes + 2 * characters;
}

function positive(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidRequestError(`memoryStore: ${name} must be a positive integer, not ${String(value)}.`);
}
