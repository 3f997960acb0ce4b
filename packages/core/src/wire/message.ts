import type { Method, OperationInfo } from "../contract/operation.ts";
import type { OptionBag } from "../pipeline/option.ts";

/** One attempt of a call, as plain frozen data. A plugin that changes something copies it. */
export interface GraphRequest {
  /** The operation's own. */
  readonly method: Method;
  /** Absolute. */
  readonly url: string;
  /** Names in lower case, no prototype. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, or undefined where there is no body. */
  readonly body: string | undefined;
  /** Aborted by the caller or by the deadline, with the typed error as its reason. */
  readonly signal: AbortSignal;
  /** When the call must have ended, in milliseconds of the monotonic clock; `Infinity` for never. */
  readonly deadline: number;
  /** Which operation this is, so that a plugin never parses a URL. */
  readonly operation: OperationInfo;
  /** The path parameters by name (`servicePrincipalId`, `jobId`, …), as given, not encoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Options of this call for plugins, by typed key. */
  readonly options: OptionBag;
}

/**
 * What became of a call in a cache. `hit`: what is kept was given. `miss`: the service was asked. `stale`: what is kept was
 * given although it is old. `bypass`: it was not looked up, or must not be kept. `coalesced`: it shared another call's request.
 */
export type CacheOutcome = "hit" | "miss" | "stale" | "bypass" | "coalesced";

/** An answer, read to its end. */
export interface GraphResponse {
  /** The HTTP status, also of a failure: inside a pipeline it is a value. */
  readonly status: number;
  /** Names in lower case, no prototype; repeated ones joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded text; `""` where there was none. */
  readonly body: string;
  /** Set by a cache that this answer went through. */
  readonly cache?: CacheOutcome;
}

/** Sends a request and gives the answer, whatever its status. It rejects only where there is no answer. */
export type Send = (request: GraphRequest) => Promise<GraphResponse>;

/**
 * The last link of the chain, which puts a request on a socket. `transportContract` of `@graph-sync/testing` is the
 * suite that makes a function a transport.
 */
export interface Transport {
  /** For errors: `fetch`, `node-http`. */
  readonly name: string;
  /**
   * Sends one request and reads its answer to the end. Rejects with a `TransportError`, or with the signal's reason.
   */
  readonly send: Send;
  /**
   * Its own layer, above each attempt and below the plugins: `resent`, for one that keeps connections and tells a reused one.
   */
  layer?(next: Send): Send;
  /** Ends idle connections. Calls after it fail. */
  close?(): Promise<void>;
}
