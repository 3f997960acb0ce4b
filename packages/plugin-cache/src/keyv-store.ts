import { emptyHeaders, InvalidRequestError, isJsonObject } from "@graph-sync/core";
import type { CacheEntry, CacheStore } from "./cache-store.ts";

/** What is used of a `Keyv`, of which this package knows nothing else. https://keyv.org */
export interface KeyvLike {
  /** The value under the key; undefined where there is none any more. */
  get(key: string): Promise<unknown>;
  /** Keeps a value for so many milliseconds; true where it did. */
  set(key: string, value: unknown, ttlMs?: number): Promise<unknown>;
  /** Forgets everything in its namespace. */
  clear(): Promise<unknown>;
  /** Listens for errors, which a `Keyv` emits instead of rejecting. */
  on?(event: "error", listener: (error: unknown) => void): unknown;
}

/** What the cache must know of what is behind a `Keyv`. */
export interface KeyvStoreOptions {
  /** Whether other processes may use what is behind it; true unless told. A `Keyv` without an adapter is of this process. */
  readonly shared?: boolean;
}

/**
 * Keeps answers in anything that keyv has an adapter for. Give it a `Keyv` with a namespace of its own: `clear()` empties
 * that namespace.
 * @throws InvalidRequestError where it is no `Keyv`
 * @example
 * const store = keyvStore(new Keyv({ store: new KeyvRedis("redis://localhost:6379"), namespace: "graph" }));
 */
export function keyvStore(keyv: KeyvLike, { shared = true }: KeyvStoreOptions = {}): CacheStore {
  const given: unknown = keyv;
  const isKeyv =
    isJsonObject(given) && ["get", "set", "clear"].every((name) => typeof Reflect.get(given, name) === "function");
  if (!isKeyv) throw new InvalidRequestError("keyvStore takes a Keyv: new Keyv({ store, namespace }).");

  // Keyv and its adapters tell of a failure by an event, and go on as if there were nothing.
  let failures = 0;
  let last: unknown;
  keyv.on?.("error", (error) => {
    failures += 1;
    last = error;
  });

  async function heard<T>(use: () => Promise<T>): Promise<T> {
    const before = failures;
    const value = await use();
    if (failures !== before) throw last;
    return value;
  }

  return {
    shared,
    get: async (key) => entryOf(await heard(() => keyv.get(key))),
    async set(key, entry, lifetimeMs) {
      // Keyv takes 0 for no end; Redis takes neither fractions nor Infinity.
      await heard(() => keyv.set(key, entry, Math.max(1, Math.ceil(Math.min(lifetimeMs, yearMs)))));
    },
    async clear() {
      await heard(() => keyv.clear());
    },
  };
}

const yearMs = 365 * 24 * 3_600_000;

/** What comes back may be another program's; only what is an entry in all its parts is one. */
function entryOf(value: unknown): CacheEntry | undefined {
  if (!isJsonObject(value)) return undefined;
  const { status, headers, body, keptAt, lifetimeMs, version } = value;
  const isEntry =
    typeof status === "number" &&
    typeof body === "string" &&
    typeof keptAt === "number" &&
    typeof lifetimeMs === "number" &&
    typeof version === "string" &&
    isJsonObject(headers);
  if (!isEntry) return undefined;
  const record = emptyHeaders();
  for (const [name, text] of Object.entries(headers)) {
    if (typeof text !== "string") return undefined;
    record[name] = text;
  }
  return Object.freeze({ status, headers: Object.freeze(record), body, keptAt, lifetimeMs, version });
}
