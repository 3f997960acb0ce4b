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
  // A Map walks in the order of insertion, so an entry that is inserted again on each use makes it an LRU list.
  const kept = new Map<string, Kept>();
  let bytes = 0;

  function remove(key: string): Kept | undefined {
    const found = kept.get(key);
    if (found === undefined) return undefined;
    kept.delete(key);
    bytes -= found.bytes;
    return found;
  }

  function insert(key: string, one: Kept): void {
    kept.set(key, one);
    bytes += one.bytes;
  }

  return {
    shared: false,
    get(key) {
      const found = remove(key);
      if (found !== undefined) insert(key, found);
      return found?.entry;
    },
    set(key, entry) {
      remove(key);
      const size = bytesOf(key, entry);
      if (size > maxBytes) return;
      insert(key, { entry, bytes: size });
      for (const oldest of kept.keys()) {
        if (kept.size <= maxEntries && bytes <= maxBytes) break;
        remove(oldest);
      }
    },
    clear() {
      kept.clear();
      bytes = 0;
    },
  };
}

interface Kept {
  readonly entry: CacheEntry;
  readonly bytes: number;
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
