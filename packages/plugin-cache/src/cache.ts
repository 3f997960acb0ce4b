import {
  type CacheOutcome,
  definePlugin,
  isJsonObject,
  parseJson,
  type GraphRequest,
  type GraphResponse,
  type Partition,
  type Plugin,
} from "@graph-sync/core";
import type { CacheEntry, CacheStore } from "./cache-store.ts";
import { checkLifetimes, lifetimeOf, type Lifetimes } from "./lifetime.ts";
import { memoryStore } from "./memory-store.ts";

/** What is kept, for how long, and where. */
export interface CacheOptions {
  /** Milliseconds by class or by operation: `{ changing: 2_000, "templates.list": 0 }`. */
  readonly lifetimesMs?: Lifetimes;
  /** `memoryStore()` unless told. */
  readonly store?: CacheStore;
}

/** The plugin, with what its owner may do. */
export interface CachePlugin extends Plugin {
  /** Forgets everything. */
  clear(): Promise<void>;
}

/**
 * Answers reads from what was answered before. It keeps complete 200 answers of operations that the contract allows to
 * keep, never secrets, and never one identity's answer for another. Any write of an identity makes its kept answers
 * stale, and also those of reads that were under way.
 * @throws InvalidRequestError for a lifetime that is not a number of milliseconds
 * @example
 * const kept = cache({ lifetimesMs: { changing: 2_000 } });
 * const graph = createClient({ transport: fetchTransport(), plugins: [bearer(token), kept] });
 */
export function cache(options: CacheOptions = {}): CachePlugin {
  // Of the configuration: shared by every client that this plugin is in, told apart by partition.
  const store = options.store ?? memoryStore();
  const lifetimes = checkLifetimes(options.lifetimesMs ?? {});
  const writes = new Map<string, number>();

  return definePlugin({
    name: "cache",
    slot: "cache",
    async clear() {
      await store.clear();
    },
    install(next, { clock, partition }) {
      const generation = (): number => writes.get(partition.id) ?? 0;

      async function write(request: GraphRequest): Promise<GraphResponse> {
        writes.set(partition.id, generation() + 1);
        try {
          return await next(request);
        } finally {
          // Again afterwards: a read that came between may have seen the state before the write.
          writes.set(partition.id, generation() + 1);
        }
      }

      async function read(request: GraphRequest, lifetimeMs: number): Promise<GraphResponse> {
        const key = keyOf(request, partition);
        const begun = generation();
        const kept = await quiet(() => store.get(key));
        if (kept !== undefined && kept.generation === begun && isFresh(kept, lifetimeMs, clock.now())) {
          return marked(kept, "hit");
        }
        const response = await next(request);
        if (isComplete(response)) {
          const { status, headers, body } = response;
          const entry = { status, headers, body, keptAt: clock.now(), generation: begun };
          await quiet(() => store.set(key, entry, lifetimeMs));
        }
        return marked(response, "miss");
      }

      return async (request) => {
        if (request.operation.repeat !== "safe") return write(request);
        const lifetimeMs = lifetimeOf(request.operation, lifetimes);
        return lifetimeMs === 0 ? marked(await next(request), "bypass") : read(request, lifetimeMs);
      };
    },
  });
}

/** A store that fails costs an answer from it, never the call. */
async function quiet<T>(use: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await use();
  } catch {
    return undefined;
  }
}

/** The request headers that change an answer. */
const varying = ["accept", "consistencylevel", "prefer"];

function keyOf(request: GraphRequest, partition: Partition): string {
  return JSON.stringify([
    partition.id,
    request.method,
    request.url,
    varying.map((name) => request.headers[name] ?? ""),
  ]);
}

/** An age below zero means that the clock was turned back: then the age is not known. */
function isFresh({ keptAt }: CacheEntry, lifetimeMs: number, now: number): boolean {
  const age = now - keptAt;
  return age >= 0 && age < lifetimeMs;
}

/**
 * Only what the client can use is kept: a sign-in page of a proxy, or a compressed body that ended too early (some platforms
 * accept one in silence), would be given out for as long as a good answer.
 */
function isComplete({ status, body }: GraphResponse): boolean {
  if (status !== 200) return false;
  const json = parseJson(body);
  return isJsonObject(json) && (json["value"] === undefined || Array.isArray(json["value"]));
}

function marked(
  { status, headers, body }: Pick<GraphResponse, "status" | "headers" | "body">,
  outcome: CacheOutcome,
): GraphResponse {
  return Object.freeze({ status, headers, body, cache: outcome });
}
