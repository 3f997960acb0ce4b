import type { Clock } from "@graph-sync/core";

/** The span that Graph counts requests in. https://learn.microsoft.com/graph/throttling-limits */
const spanMs = 10_000;
/** The share of the limit that we slow down to. */
const calm = 0.7;
const longestGapMs = 1_000;

/** Keeps starts apart while the service says that its limit is near. */
export interface Pacer {
  /** The moment from which the next one may start. */
  opensAt(): number;
  started(): void;
  heard(headers: Readonly<Record<string, string>>): void;
}

/**
 * Graph sends `x-ms-throttle-limit-percentage` once four fifths of a limit are used, 1.0 being all of it. Then requests
 * are spread so far that the rate of the last seconds would come down to seven tenths, for one span from the last time
 * it was said. https://learn.microsoft.com/graph/throttling-limits#response-headers
 */
export function pacer(clock: Clock): Pacer {
  let until = -Infinity;
  let gapMs = 0;
  let last = -Infinity;
  // Starts of this span and of the one before, which together tell how many there were in the last `spanMs`.
  let span = 0;
  let starts = 0;
  let before = 0;

  function turnTo(now: number): void {
    const current = Math.floor(now / spanMs);
    if (current === span) return;
    before = current === span + 1 ? starts : 0;
    starts = 0;
    span = current;
  }

  return {
    opensAt: () => (clock.monotonic() < until ? last + gapMs : -Infinity),
    started() {
      last = clock.monotonic();
      turnTo(last);
      starts += 1;
    },
    heard(headers) {
      const share = shareOf(headers["x-ms-throttle-limit-percentage"]);
      if (share < 0.8) return;
      const now = clock.monotonic();
      turnTo(now);
      const recent = starts + before * (1 - (now % spanMs) / spanMs);
      gapMs = Math.min(longestGapMs, (spanMs / Math.max(1, recent)) * (share / calm));
      until = now + spanMs;
    },
  };
}

/** 0 where there is none, or nothing that could be one. */
function shareOf(value: string | undefined): number {
  return value !== undefined && /^\d(\.\d{1,9})?$/.test(value) ? Number(value) : 0;
}
