export { cache, type CachePlugin } from "./cache.ts";
export {
  type CacheAnswerEvent,
  type CacheCallOptions,
  type CacheOptions,
  cacheOptions,
  type StoreFaultEvent,
} from "./cache-options.ts";
export { type CacheEntry, type CacheStore } from "./cache-store.ts";
export { type KeyvLike, keyvStore, type KeyvStoreOptions } from "./keyv-store.ts";
export { type Lifetimes } from "./lifetimes.ts";
export { memoryStore, type MemoryStoreOptions } from "./memory-store.ts";
export { type CacheStats } from "./stats.ts";
export { type Invalidation } from "./tags.ts";
