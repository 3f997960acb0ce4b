import type { CacheOutcome } from "../wire/message.ts";
import type { OptionEntry } from "../pipeline/option.ts";

/** What a caller may look at when an answer was a success. */
export interface ResponseInfo {
  /** The exact success code. */
  readonly status: number;
  /** Names in lower case: `request-id`, `location`, … */
  readonly headers: Readonly<Record<string, string>>;
  /** Requests that this call sent; 0 where a cache answered. */
  readonly attempts: number;
  /** Only where a cache is installed. */
  readonly cache: CacheOutcome | undefined;
}

/** Options of one call; the last argument of every method. */
export interface CallOptions {
  /**
   * Ends the call with a `TransportError` of kind `aborted`, whose `cause` is the signal's reason; a write in flight that
   * must not be repeated ends with `AmbiguousWriteError`.
   */
  readonly signal?: AbortSignal;
  /** Milliseconds for the whole call, all attempts and waits included; for pages, for each page. `Infinity` for none. */
  readonly timeoutMs?: number;
  /** Further request headers, such as `Prefer`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Called with each success, before its result is given. */
  readonly onResponse?: (info: ResponseInfo) => void;
  /** Options for plugins: `context: [retryOptions({ attempts: 1 })]`. */
  readonly context?: readonly OptionEntry[];
}
