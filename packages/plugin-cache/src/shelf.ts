import { type Clock, emptyHeaders, type GraphResponse } from "@graph-sync/core";
import { hashed } from "./cache-key.ts";
import type { CacheEntry, CacheStore } from "./cache-store.ts";
import { isUsable } from "./keepable.ts";
import { isMemoryStore } from "./memory-store.ts";
import { stampMs, type Stamps, stamps } from "./stamps.ts";
import { type StoreAccess, unavailable } from "./store-access.ts";
import { type Tags, type Writes, writes } from "./writes.ts";

/** What the shelf has for a read that begins now. */
export interface Found {
  /** What is kept; no write came after it, but it may be old. */
  readonly entry: CacheEntry | undefined;
  /**
   * Keeps the answer, unless a write came since the read began or nobody could use it. It never fails, and nobody waits
   * for it.
   * @param lifetimeMs how long it may be given out
   * @param storedMs how long it may be of use
   */
  keep(response: Pick<GraphResponse, "status" | "headers" | "body">, lifetimeMs: number, storedMs: number): void;
}

/** A store, and the knowledge of what in it is still true. */
export interface Shelf {
  readonly writes: Writes;
  find(key: string, tags: Tags, signal: AbortSignal, turn: Turn): Found | Promise<Found>;
  /** Drops what has one of these names: for this process at once, for others when the promise ends. */
  drop(
    tags: readonly string[],
    turn: { readonly now: number; readonly access: StoreAccess },
  ): Promise<void> | undefined;
  clear(): Promise<void>;
}

/** What a client brings. */
export interface Turn {
  readonly clock: Clock;
  /** The budget of one call, or of what nobody waits for. */
  readonly access: () => StoreAccess;
}

const shelves = new WeakMap<CacheStore, Shelf>();

/** One shelf a store, so that two plugins with one store know of each other's writes. */
export function shelfOf(store: CacheStore): Shelf {
  const shelf = shelves.get(store) ?? shelfOn(store);
  shelves.set(store, shelf);
  return shelf;
}

function shelfOn(store: CacheStore): Shelf {
  const noted = writes();
  const shared = store.shared ? stamps(store) : undefined;
  // What an earlier process left in a store of its own was kept before writes that nobody remembers.
  const run = crypto.randomUUID();
  // Whether these can be used is found out when they are first asked for: many never are, and their callers have parsed
  // them already.
  const unread = isMemoryStore(store) ? new WeakSet<CacheEntry>() : undefined;

  /** For a store of this process: the number of the last write is the version. */
  function findHere(key: string, tags: Tags, signal: AbortSignal, turn: Turn): Found | Promise<Found> {
    const since = noted.last();
    const found = (kept: CacheEntry | typeof unavailable | undefined): Found => ({
      entry: kept !== unavailable && kept !== undefined && isCurrent(kept) && isRead(kept) ? kept : undefined,
      keep: keeper(since, tags, turn, { key, version: `${run} ${since}` }),
    });
    const isCurrent = ({ version }: CacheEntry): boolean =>
      version.startsWith(run) && noted.isCurrent(tags, Number(version.slice(run.length)));
    const kept = turn.access().use("get", () => store.get(key), signal);
    return kept instanceof Promise ? kept.then(found) : found(kept);
  }

  function isRead(entry: CacheEntry): boolean {
    return unread === undefined || !unread.has(entry) || (isUsable(entry.body) && unread.delete(entry));
  }

  /** For a store that others use: the stamps of its names are the version. */
  async function findShared(plainKey: string, tags: Tags, signal: AbortSignal, turn: Turn, by: Stamps): Promise<Found> {
    const { clock } = turn;
    const access = turn.access();
    const since = noted.last();
    const now = clock.monotonic();
    const key = await hashed(plainKey);
    const lookedUp = async (): Promise<CacheEntry | typeof unavailable | undefined> =>
      access.use("get", () => store.get(key), signal);
    const [kept, read] = await Promise.all([lookedUp(), by.of(tags(), now, stampMs, access)]);
    const entry = kept === unavailable ? undefined : kept;
    let version = read;
    // Another process may have replaced stamps since we read them.
    if (entry !== undefined && version !== undefined && entry.version !== version)
      version = await by.of(tags(), now, 0, access);
    return {
      entry: version !== undefined && entry?.version === version ? entry : undefined,
      keep: keeper(since, tags, turn, version === undefined ? undefined : { key, version }),
    };
  }

  function keeper(
    since: number,
    tags: Tags,
    { clock, access }: Turn,
    place: { readonly key: string; readonly version: string } | undefined,
  ): Found["keep"] {
    return ({ status, headers, body }, lifetimeMs, storedMs) => {
      if (place === undefined || !noted.isCurrent(tags, since)) return;
      // A coded body that ended too early is the likely one of those that do not parse, and is never kept.
      const isTried = unread === undefined || headers["content-encoding"] !== undefined;
      if (isTried && !isUsable(body)) return;
      const { key, version } = place;
      const now = clock.now();
      const entry = Object.freeze({ status, headers: keptHeaders(headers), body, keptAt: now, lifetimeMs, version });
      if (!isTried) unread.add(entry);
      void access().use("set", () => store.set(key, entry, storedMs));
    };
  }

  return {
    writes: noted,
    find: (key, tags, signal, turn) =>
      shared === undefined ? findHere(key, tags, signal, turn) : findShared(key, tags, signal, turn, shared),
    drop(tags, { now, access }) {
      noted.note(tags);
      return shared?.renew(tags, now, access);
    },
    async clear() {
      noted.noteAll();
      await store.clear();
    },
  };
}

/** Kept for others to read, who must not be able to change them; a cookie is not theirs. */
function keptHeaders(headers: GraphResponse["headers"]): GraphResponse["headers"] {
  if (Object.isFrozen(headers) && headers["set-cookie"] === undefined) return headers;
  const kept = Object.assign(emptyHeaders(), headers);
  delete kept["set-cookie"];
  return Object.freeze(kept);
}
