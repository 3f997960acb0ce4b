export { cache, type CacheOptions, type CachePlugin } from "./cache.ts";
export { type CacheEntry, type CacheStore } from "./cache-store.ts";
export { memoryStore, type MemoryStoreOptions } from "./memory-store.ts";
export { type Lifetimes } from "./lifetime.ts";
