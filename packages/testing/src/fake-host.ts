import { type Clock, type Host, sleepOn } from "@graph-sync/core";

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** Moves time by `ms` milliseconds and fires what became due, in order; promises settle between. */
  advance(ms: number): Promise<void>;
  /** Timers not yet fired or cancelled: what a leak test looks at. */
  readonly pending: number;
}

/** A host that a test owns. */
export interface FakeHost extends Host {
  /** A clock that only the test moves. */
  readonly clock: FakeClock;
}

/** Where time and chance begin. */
export interface FakeHostOptions {
  /** Where the clock begins, in milliseconds since 1970; 2026-01-01T00:00:00Z unless told. */
  readonly now?: number;
  /** The numbers that `random` gives, in a circle; 0.5 unless told. */
  readonly random?: readonly number[];
}

/** A host whose time and chance belong to the test. */
export function fakeHost(options: FakeHostOptions = {}): FakeHost {
  const numbers = options.random ?? [0.5];
  let drawn = 0;
  return {
    clock: fakeClock(options.now ?? Date.UTC(2026, 0, 1)),
    random: () => numbers[drawn++ % numbers.length] ?? 0.5,
  };
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

function fakeClock(start: number): FakeClock {
  const timers = new Set<Timer>();
  let elapsed = 0;

  function timer(ms: number, run: () => void): () => void {
    const entry = { at: elapsed + ms, run };
    timers.add(entry);
    return () => void timers.delete(entry);
  }

  async function advance(ms: number): Promise<void> {
    const until = elapsed + ms;
    for (;;) {
      await settled();
      const due = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      timers.delete(due);
      elapsed = Math.max(elapsed, due.at);
      due.run();
    }
    elapsed = until;
  }

  return {
    now: () => start + elapsed,
    monotonic: () => elapsed,
    timer,
    sleep: sleepOn(timer),
    advance,
    get pending() {
      return timers.size;
    },
  };
}

/** Lets promises that are ready run: a turn of the event loop is longer than any chain of them. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
