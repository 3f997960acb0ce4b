import type { CacheStore } from "./cache-store.ts";
import { hashed } from "./cache-key.ts";
import { type StoreAccess, unavailable } from "./store-access.ts";

/** Another process may have written since a stamp was read; it is read again after this. */
export const stampMs = 5_000;

/** A stamp that the store forgot makes what was kept with it useless, so it may be forgotten at any time. */
const stampLifetimeMs = 24 * 3_600_000;

/** More stamps than this are not remembered here. */
const maxStamps = 10_000;

/**
 * Tells processes that share a store of each other's writes. Each name has a random stamp in the store; a write replaces
 * it, and an answer is good while the stamps of its names are those that it was kept with. A name without a stamp gets
 * one, so that a store that loses stamps loses answers with them.
 */
export interface Stamps {
  /**
   * The stamps of these names together; undefined where they cannot be known.
   * @param maxAgeMs how long ago they may have been read
   */
  of(tags: readonly string[], now: number, maxAgeMs: number, access: StoreAccess): Promise<string | undefined>;
  /** Replaces them, here at once and in the store. Where the store does not take them, it is tried again before their next use. */
  renew(tags: readonly string[], now: number, access: StoreAccess): Promise<void>;
}

interface Stamp {
  readonly value: string;
  readonly readAt: number;
}

export function stamps(store: CacheStore): Stamps {
  const known = new Map<string, Stamp>();
  // Written here, and not yet certainly in the store; meanwhile nothing under these names is read there.
  const owed = new Map<string, string>();

  async function stampOf(tag: string, now: number, maxAgeMs: number, access: StoreAccess): Promise<string | undefined> {
    const due = owed.get(tag);
    if (due !== undefined) return (await put(tag, due, access)) ? due : undefined;
    const before = known.get(tag);
    if (before !== undefined && now >= before.readAt && now - before.readAt < maxAgeMs) return before.value;
    const key = await hashed(`stamp ${tag}`);
    const kept = await access.use("get", () => store.get(key));
    if (kept === unavailable) return undefined;
    const value = kept?.body ?? crypto.randomUUID();
    if (kept === undefined && !(await put(tag, value, access))) return undefined;
    // A write may have come between.
    if (!owed.has(tag)) remember(tag, { value, readAt: now });
    return value;
  }

  /** Whether the store has it now. Some stores swallow their failures, so it is read back. */
  async function put(tag: string, value: string, access: StoreAccess): Promise<boolean> {
    const key = await hashed(`stamp ${tag}`);
    const entry = { status: 0, headers: {}, body: value, keptAt: 0, lifetimeMs: 0, version: "" };
    const done = await access.use("set", () => store.set(key, entry, stampLifetimeMs));
    if (done === unavailable) return false;
    const kept = await access.use("get", () => store.get(key));
    if (kept === unavailable || kept?.body !== value) return false;
    if (owed.get(tag) === value) owed.delete(tag);
    return true;
  }

  function remember(tag: string, stamp: Stamp): void {
    if (known.size >= maxStamps) known.clear();
    known.set(tag, stamp);
  }

  return {
    async of(tags, now, maxAgeMs, access) {
      const all = await Promise.all(tags.map((tag) => stampOf(tag, now, maxAgeMs, access)));
      return all.includes(undefined) ? undefined : all.join(" ");
    },
    async renew(tags, now, access) {
      for (const tag of tags) {
        const value = crypto.randomUUID();
        owed.set(tag, value);
        remember(tag, { value, readAt: now });
      }
      await Promise.all(
        tags.map(async (tag) => {
          const value = owed.get(tag);
          if (value !== undefined) await put(tag, value, access);
        }),
      );
    },
  };
}
