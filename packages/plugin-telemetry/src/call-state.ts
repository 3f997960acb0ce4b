import type { GraphRequest, OptionBag } from "@graph-sync/core";
import type { Context } from "@opentelemetry/api";

/** What the parts of the plugin tell each other of one call. */
export interface CallState {
  /** With the call's span in it. */
  readonly context: Context;
  attempts: number;
  /** Since when the call waits for a limit, on the monotonic clock; undefined where it does not. */
  waitingSince: number | undefined;
  throttledMs: number;
}

/** Calls by their option bag: core makes one for each call, and every plugin gives it on as it is. */
export type Calls = WeakMap<OptionBag, CallState>;

export const stateOf = (calls: Calls, { options }: GraphRequest): CallState | undefined => calls.get(options);
