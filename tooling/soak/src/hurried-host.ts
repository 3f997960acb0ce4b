import { type Host, sleepOn } from "@graph-sync/core";

/** A second of a client's waiting is so much shorter; sockets keep the world's time. */
const hurry = 200;

/** A host whose clock runs fast, so that `Retry-After: 1` costs five milliseconds. It counts its timers. */
export function hurriedHost(): Host & { readonly pending: number } {
  let pending = 0;
  const timer: Host["clock"]["timer"] = (ms, run) => {
    pending += 1;
    let isOver = false;
    const over = (): void => {
      if (!isOver) pending -= 1;
      isOver = true;
    };
    const id = setTimeout(
      () => {
        over();
        run();
      },
      Math.min(ms / hurry, 2 ** 31 - 1),
    );
    return () => {
      over();
      clearTimeout(id);
    };
  };
  return {
    clock: {
      now: () => Date.now() * hurry,
      monotonic: () => performance.now() * hurry,
      timer,
      sleep: sleepOn(timer),
    },
    random: () => Math.random(),
    get pending() {
      return pending;
    },
  };
}
