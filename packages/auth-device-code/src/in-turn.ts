import { abortable } from "@graph-sync/core";

/** Runs what it is given one after the other. Who aborts while waiting leaves, and the others keep their order. */
export type InTurn = <T>(signal: AbortSignal, run: () => Promise<T>) => Promise<T>;

export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (signal, run) => {
    const before = last;
    const own = (async () => {
      await abortable(before, signal);
      return run();
    })();
    last = Promise.allSettled([before, own]);
    return own;
  };
}
