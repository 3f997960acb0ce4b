import {
  type CacheOutcome,
  type GraphRequest,
  type GraphResponse,
  isTransportError,
  type Send,
  type TransportError,
  withHeader,
} from "@graph-sync/core";
import { cacheKey } from "./cache-key.ts";
import { cacheOptions } from "./cache-options.ts";
import type { CacheEntry } from "./cache-store.ts";
import type { Flight } from "./flight.ts";
import { flights } from "./flights.ts";
import { answerLifetimeMs, isUsable, requestLifetimeMs } from "./keepable.ts";
import { accessOf, type Place } from "./place.ts";
import type { Found } from "./shelf.ts";
import { tagsOfRead } from "./tags.ts";
import type { Tags } from "./writes.ts";

/** An answer that the service can confirm is worth keeping for longer than it may be given out. */
const confirmableMs = 3_600_000;

/** Calls that wait for another's request send one more, together, where that one had so much less time, in milliseconds. */
const shorterMs = 1_000;

/** A read with what is known of it. */
interface Reading {
  readonly request: GraphRequest;
  readonly key: string;
  readonly tags: Tags;
  readonly lifetimeMs: number;
  readonly isFresh: boolean;
  readonly found: Found;
}

/** Answers reads from the shelf, from a request that is under way, or from the service. */
export function reading(place: Place): Send {
  const { next, host, shelf, identity, policy, counts } = place;
  const { clock, origin } = host;
  const { staleWhileRevalidateMs, staleIfErrorMs, lifetimes, onAnswer } = policy;
  const staleForMs = Math.max(staleWhileRevalidateMs, staleIfErrorMs);
  const flying = flights(next, clock);
  const home = `${origin}/`;
  const turn = { clock, access: () => accessOf(place) };

  return async (request) => {
    const { operation, signal, url, method } = request;
    signal.throwIfAborted();
    const isRead = method === "GET" && operation.keep !== undefined && url.startsWith(home);
    const key = isRead ? cacheKey(request, identity) : undefined;
    if (key === undefined) return answer(request, await next(request), "bypass");
    const isFresh = cacheOptions.of(request.options)?.fresh === true;
    const lifetimeMs = requestLifetimeMs(request, lifetimes);
    let named: readonly string[] | undefined;
    const tags: Tags = () => (named ??= tagsOfRead(request, identity));
    const finding = lifetimeMs === 0 ? nothing : shelf.find(key, tags, signal, turn);
    const found = finding instanceof Promise ? await finding : finding;
    return await read({ request, key, tags, lifetimeMs, isFresh, found });
  };

  function read(reading: Reading): GraphResponse | Promise<GraphResponse> {
    const { request, key, found, isFresh } = reading;
    const { entry } = found;
    const overdueMs = overdue(reading);
    if (entry === undefined || isFresh || overdueMs >= staleWhileRevalidateMs) return ask(reading);
    if (overdueMs < 0) return answer(request, entry, "hit", clock.now() - entry.keptAt);
    if (joinable(reading) === undefined) flying.beginBeside(key, shelf.writes.last(), asked(reading), landing(reading));
    return answer(request, entry, "stale", clock.now() - entry.keptAt);
  }

  /** Waits for the service, together with whoever asks the same. */
  async function ask(reading: Reading): Promise<GraphResponse> {
    const { request, key, found, lifetimeMs, isFresh } = reading;
    const joined = isFresh ? undefined : joinable(reading);
    let response: GraphResponse | TransportError;
    try {
      response = await (joined === undefined
        ? flying.begin(key, shelf.writes.last(), asked(reading), landing(reading))
        : joined.join(request.signal));
    } catch (error) {
      if (request.signal.aborted) throw error;
      // The call that it began with has left, and took it along.
      if (joined?.isAborted === true) return ask(reading);
      if (!isTransportError(error)) throw error;
      response = error;
    }
    if (mayPass(response)) {
      if (joined !== undefined && joined.deadline < request.deadline - shorterMs) return ask(reading);
      const { entry } = found;
      if (entry !== undefined && !isFresh && overdue(reading) < staleIfErrorMs)
        return answer(request, entry, "stale", clock.now() - entry.keptAt);
    }
    if (isTransportError(response)) throw response;
    if (joined !== undefined) return answer(request, response, "coalesced");
    return answer(request, response, response.cache ?? (isFresh || lifetimeMs === 0 ? "bypass" : "miss"));
  }

  /** How long ago the lifetime of what is kept ended, in milliseconds; below 0 where it did not, Infinity where none is. */
  function overdue({ found: { entry }, lifetimeMs }: Reading): number {
    if (entry === undefined) return Infinity;
    const ageMs = clock.now() - entry.keptAt;
    // An age below zero means that the clock was turned back: then the age is not known.
    return ageMs < 0 ? Infinity : ageMs - Math.min(entry.lifetimeMs, lifetimeMs);
  }

  function joinable({ key, tags }: Reading): Flight | undefined {
    const flight = flying.get(key);
    return flight?.isAborted === false && shelf.writes.isCurrent(tags, flight.since) ? flight : undefined;
  }

  /** Keeps an answer that may be kept, and reads a confirmation as the answer that it confirms. */
  function landing({ found, lifetimeMs, isFresh }: Reading): (response: GraphResponse) => GraphResponse {
    return (response) => {
      const confirmed = response.status === 304 && !isFresh ? found.entry : undefined;
      const answered = confirmed ?? response;
      const freshMs = answerLifetimeMs(answered, lifetimeMs);
      // What nobody can use must not replace what may still be given out.
      const isWanted = found.entry === undefined || staleForMs === 0 || isUsable(answered.body);
      if (freshMs > 0 && isWanted) {
        const furtherMs = answered.headers["etag"] === undefined ? 0 : confirmableMs;
        found.keep(answered, freshMs, freshMs + Math.max(furtherMs, staleForMs));
      }
      return confirmed === undefined ? response : marked(confirmed, "hit");
    };
  }

  function answer(
    { operation }: GraphRequest,
    response: GraphResponse | CacheEntry,
    outcome: CacheOutcome,
    ageMs = 0,
  ): GraphResponse {
    counts.answered(outcome);
    onAnswer?.({ operation: operation.id, outcome, ageMs });
    return marked(response, outcome);
  }
}

const nothing: Found = { entry: undefined, keep: () => undefined };

/** With a condition, where the service gave what a condition is made of: most of Graph does not. */
function asked({ request, found: { entry }, isFresh }: Reading): GraphRequest {
  const etag = isFresh ? undefined : entry?.headers["etag"];
  return etag === undefined ? request : { ...request, headers: withHeader(request.headers, "if-none-match", etag) };
}

/** A failure that says nothing against what is kept: a refusal (401, 404) does. */
function mayPass(ending: GraphResponse | Error): boolean {
  if (isTransportError(ending)) return ["network", "timeout", "protocol"].includes(ending.kind);
  return "status" in ending && (ending.status >= 500 || ending.status === 429);
}

function marked({ status, headers, body }: GraphResponse | CacheEntry, outcome: CacheOutcome): GraphResponse {
  return Object.freeze({ status, headers, body, cache: outcome });
}
