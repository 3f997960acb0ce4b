import type { Clock, GraphRequest, GraphResponse } from "@graph-sync/core";
import { timerUntil } from "./delay.ts";

/** What became of a request that was let in. `unsent`: no byte of it left, so it does not count. */
export type Outcome = GraphResponse | "failed" | "unsent";

/** Says that a request is out again; called once. */
export type Leave = (outcome: Outcome) => void;

/** When a turnstile turns. */
export interface Rule {
  /** The moment of the monotonic clock from which one may go in; `Infinity` where another must leave first. */
  opensAt(): number;
  enter(): Leave;
}

/** A queue at a door: first come, first in. */
export interface Turnstile {
  /**
   * Gives the way out; or, where the door stays shut for longer than the request has, the milliseconds until it opens. It
   * rejects with the signal's reason, and the place in the queue is free again.
   */
  pass(request: GraphRequest, onWait: () => void): Leave | number | Promise<Leave | number>;
  /** Whether nobody waits. */
  isIdle(): boolean;
}

interface Waiter {
  readonly deadline: number;
  readonly end: (turn: Leave | number) => void;
}

/** There is a timer only while someone waits, and one at most. */
export function turnstile(clock: Clock, rule: Rule): Turnstile {
  const queue = new Set<Waiter>();
  let cancelTimer: (() => void) | undefined;

  function enter(): Leave {
    const leave = rule.enter();
    return (outcome) => {
      leave(outcome);
      look();
    };
  }

  /** Lets in whom the rule lets in. Called whenever something changed, and by the timer. */
  function look(): void {
    cancelTimer?.();
    cancelTimer = undefined;
    for (const first of queue) {
      const opensAt = rule.opensAt();
      const now = clock.monotonic();
      if (opensAt > now) return wait(opensAt, now);
      first.end(enter());
    }
  }

  function wait(opensAt: number, now: number): void {
    if (opensAt === Infinity) return;
    for (const waiter of queue) {
      if (waiter.deadline <= opensAt) waiter.end(opensAt - now);
    }
    if (queue.size > 0) cancelTimer = timerUntil(opensAt, clock, look);
  }

  function line({ signal, deadline }: GraphRequest): Promise<Leave | number> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        queue.delete(waiter);
        reject(signal.reason);
        look();
      };
      const waiter: Waiter = {
        deadline,
        end(turn) {
          queue.delete(waiter);
          signal.removeEventListener("abort", abort);
          resolve(turn);
        },
      };
      signal.addEventListener("abort", abort, { once: true });
      queue.add(waiter);
      look();
    });
  }

  return {
    pass(request, onWait) {
      request.signal.throwIfAborted();
      if (queue.size === 0 && rule.opensAt() <= clock.monotonic()) return enter();
      // Before the request stands in line: what it throws leaves no place behind.
      onWait();
      return line(request);
    },
    isIdle: () => queue.size === 0,
  };
}
