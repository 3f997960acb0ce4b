import { InvalidRequestError } from "@graph-sync/core";
import type { CacheEntry, CacheStore } from "./cache-store.ts";

/** How much is kept. */
export interface MemoryStoreOptions {
  /** 500 unless told. */
  readonly maxEntries?: number;
  /** Characters of all bodies together; 33,554,432 unless told, which is at most 64 MiB of memory. */
  readonly maxCharacters?: number;
}

/** Keeps answers in this process and forgets the one that was not used for the longest time first. */
export function memoryStore(options: MemoryStoreOptions = {}): CacheStore {
  const maxEntries = positive("maxEntries", options.maxEntries ?? 500);
  const maxCharacters = positive("maxCharacters", options.maxCharacters ?? 32 * 1024 * 1024);
  // A Map walks in the order of insertion, so an entry that is inserted again on each use makes it an LRU list.
  const entries = new Map<string, CacheEntry>();
  let characters = 0;

  function remove(key: string): CacheEntry | undefined {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    entries.delete(key);
    characters -= entry.body.length;
    return entry;
  }

  function insert(key: string, entry: CacheEntry): void {
    entries.set(key, entry);
    characters += entry.body.length;
  }

  return {
    get(key) {
      const entry = remove(key);
      if (entry !== undefined) insert(key, entry);
      return entry;
    },
    set(key, entry) {
      remove(key);
      if (entry.body.length > maxCharacters) return;
      insert(key, entry);
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries && characters <= maxCharacters) break;
        remove(oldest);
      }
    },
    clear() {
      entries.clear();
      characters = 0;
    },
  };
}

function positive(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidRequestError(`memoryStore: ${name} must be a positive integer, not ${String(value)}.`);
}
