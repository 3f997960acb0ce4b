import type { Clock } from "@graph-sync/core";

/** A clock that can be moved forward. */
export interface MovableClock {
  readonly clock: Pick<Clock, "now">;
  advance(ms: number): void;
  /** Takes back all that it was moved. */
  reset(): void;
}

/** A clock that goes with this one until it is moved. */
export function movableClock(base: Pick<Clock, "now">): MovableClock {
  let offset = 0;
  return {
    clock: { now: () => base.now() + offset },
    advance: (ms) => (offset += ms),
    reset: () => (offset = 0),
  };
}
