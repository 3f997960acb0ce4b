import { abortable, type Clock } from "@graph-sync/core";
import type { StoreFaultEvent } from "./cache-options.ts";

/** What a store that failed or was too slow is taken to have said. */
export const unavailable: unique symbol = Symbol("unavailable");

/** The time that one call gives to the store. What the store gives at once costs none of it. */
export interface StoreAccess {
  /** Rejects only where `signal` is aborted. */
  use<T>(
    action: StoreFaultEvent["action"],
    ask: () => T | Promise<T>,
    signal?: AbortSignal,
  ): T | typeof unavailable | Promise<T | typeof unavailable>;
}

/** A store must not fail a call, nor hold it back for longer than its budget; the observer is told of both. */
export function storeAccess(budgetMs: number, clock: Clock, onFault: (event: StoreFaultEvent) => void): StoreAccess {
  let leftMs = budgetMs;
  // Several answers may be awaited at a time; that time counts once.
  let pending = 0;
  let begun = 0;

  function fault(event: StoreFaultEvent): typeof unavailable {
    try {
      onFault(event);
    } catch {
      // The call that it happened in may have ended long ago.
    }
    return unavailable;
  }

  function inTime<T>(action: StoreFaultEvent["action"], answer: Promise<T>): Promise<T | typeof unavailable> {
    if (pending === 0) begun = clock.monotonic();
    pending += 1;
    return new Promise((resolve) => {
      let isOver = false;
      const end = (value: T | typeof unavailable): void => {
        isOver = true;
        cancel();
        pending -= 1;
        if (pending === 0) leftMs = Math.max(0, leftMs - (clock.monotonic() - begun));
        resolve(value);
      };
      const restMs = Math.max(0, leftMs - (clock.monotonic() - begun));
      const cancel = clock.timer(restMs, () => end(fault({ action, reason: "slow" })));
      answer.then(
        (value) => isOver || end(value),
        (error: unknown) => isOver || end(fault({ action, reason: "failed", error })),
      );
    });
  }

  return {
    use(action, ask, signal) {
      try {
        const answer = ask();
        if (!(answer instanceof Promise)) return answer;
        const bounded = inTime(action, answer);
        return signal === undefined ? bounded : abortable(bounded, signal);
      } catch (error) {
        return fault({ action, reason: "failed", error });
      }
    },
  };
}
