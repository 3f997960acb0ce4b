import { definePlugin, type Plugin } from "@graph-sync/core";
import { type Calls, stateOf } from "./call-state.ts";

/** A wait takes a timer at least; less than this is only the way through the plugins. */
const leastMs = 1;

/**
 * Measures how long a call waits for a limit: from a 429, or from where the throttle plugin gets the request, to where
 * that one lets it go. So both of these must be outside their neighbours, which they are where `telemetry()` is first.
 */
export function waiting(calls: Calls): readonly Plugin[] {
  return [
    definePlugin({
      name: "telemetry-wait",
      slot: "throttle",
      install:
        (next, { clock }) =>
        (request) => {
          const state = stateOf(calls, request);
          if (state !== undefined) state.waitingSince ??= clock.monotonic();
          return next(request);
        },
    }),
    definePlugin({
      name: "telemetry-go",
      slot: "auth",
      install:
        (next, { clock }) =>
        (request) => {
          const state = stateOf(calls, request);
          if (state?.waitingSince !== undefined) {
            const waitedMs = clock.monotonic() - state.waitingSince;
            if (waitedMs >= leastMs) state.throttledMs += waitedMs;
            state.waitingSince = undefined;
          }
          return next(request);
        },
    }),
  ];
}
