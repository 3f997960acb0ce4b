/** Time, as plugins see it. Nothing else in a pipeline reads a clock, so a test can own it. */
export interface Clock {
  /** Milliseconds since 1970. It may jump; use it for what is written down. */
  now(): number;
  /** Milliseconds since some moment. It never goes back; use it for ages and deadlines. */
  monotonic(): number;
  /** Ends after `ms` milliseconds, or rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Runs `run` once after `ms` milliseconds; the returned function cancels it. */
  timer(ms: number, run: () => void): () => void;
}

/** The machine below a client. `fakeHost()` of `@graph-sync/testing` is one that a test moves by hand. */
export interface Host {
  /** The only clock that a pipeline reads. */
  readonly clock: Clock;
  /** A number from 0 up to, and not including, 1; for jitter, never for secrets or ids. */
  random(): number;
}

/** A longer timer would fire at once (its length is kept in 31 bits); it is armed again for the rest. */
const longestStep = 2 ** 31 - 1;

const timer: Clock["timer"] = (ms, run) => {
  const rest = ms - longestStep;
  let cancel = (): void => clearTimeout(id);
  const id = setTimeout(rest > 0 ? () => (cancel = timer(rest, run)) : run, Math.min(ms, longestStep));
  return () => cancel();
};

/** The `sleep` of a clock that has this `timer`. */
/* @__NO_SIDE_EFFECTS__ */
export function sleepOn(timer: Clock["timer"]): Clock["sleep"] {
  return (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const abort = (): void => {
        cancel();
        reject(signal.reason);
      };
      const cancel = timer(ms, () => {
        signal.removeEventListener("abort", abort);
        resolve();
      });
      signal.addEventListener("abort", abort, { once: true });
    });
}

/** The real clock and the platform's generator. */
export const systemHost: Host = {
  clock: {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    timer,
    sleep: sleepOn(timer),
  },
  random: () => Math.random(),
};
