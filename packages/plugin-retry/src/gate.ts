import { type GraphResponse, type Host, retryAfterMs } from "@graph-sync/core";
import { backoffMs, notSoonerMs } from "./delay.ts";
import { pacer } from "./pacer.ts";
import type { Rule } from "./turnstile.ts";

/** The first wait after a 429 that says nothing of the time, and the longest one of our own. */
const firstHoldMs = 1_000;
const longestHoldMs = 30_000;
/** So many at a time, and the ramp is at its end. */
const topOfRamp = 64;

/**
 * The door that all requests of an identity share. A 429 shuts it for all of them, for as long as the service says. Then
 * it lets one through, and with each answer that is not a 429 one more at a time, until it stands open again.
 */
export function gate({ clock, random }: Host): Rule {
  const pace = pacer(clock);
  let heldUntil = -Infinity;
  let atATime = Infinity;
  // A hold begins a new epoch. What went in before it is not of the ramp, whenever it comes back.
  let epoch = 0;
  let inside = 0;
  let strikes = 0;

  function hold({ headers }: GraphResponse, isNews: boolean): void {
    const told = retryAfterMs(headers, clock);
    // Many that went in together come back together: one of them is enough to choose a wait of our own.
    if (told === undefined && !isNews) return;
    strikes += isNews ? 1 : 0;
    const waitMs =
      told === undefined ? backoffMs(firstHoldMs, longestHoldMs, strikes, random) : notSoonerMs(told, Infinity, random);
    heldUntil = Math.max(heldUntil, clock.monotonic() + waitMs);
    atATime = 1;
    inside = 0;
    epoch += 1;
  }

  return {
    opensAt: () => (inside >= atATime ? Infinity : Math.max(heldUntil, pace.opensAt())),
    enter() {
      const entered = epoch;
      inside += 1;
      pace.started();
      return (outcome) => {
        const isNews = entered === epoch;
        if (isNews) inside -= 1;
        if (typeof outcome === "string") return;
        pace.heard(outcome.headers);
        if (outcome.status === 429) return hold(outcome, isNews);
        if (!isNews) return;
        strikes = 0;
        atATime = atATime < topOfRamp ? atATime + 1 : Infinity;
      };
    },
  };
}
