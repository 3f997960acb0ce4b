import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What a process holds. */
export interface Holdings {
  readonly sockets: number;
  readonly timers: number;
  /** `heapUsed + external`, after the garbage is gone. */
  readonly bytes: number;
}

/** Counts what this process holds now. */
export async function holdings(): Promise<Holdings> {
  const names = process.getActiveResourcesInfo();
  return {
    sockets: names.filter((name) => /^(TCP|TLS)/.test(name)).length,
    timers: names.filter((name) => name === "Timeout").length,
    bytes: await bytesAfterCollection(),
  };
}

/**
 * Counts until it is no more than before, or for so long: a platform's pool gives its idle sockets up in its own time.
 */
export async function settledHoldings(before: Holdings, withinMs: number): Promise<Holdings> {
  const until = performance.now() + withinMs;
  for (;;) {
    const now = await holdings();
    const isSettled = now.sockets <= before.sockets && now.timers <= before.timers;
    if (isSettled || performance.now() > until) return now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function bytesAfterCollection(): Promise<number> {
  // Finalizers run between turns, and free more for the next collection.
  for (let turn = 0; turn < 4; turn += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The collector is there for who asks for it, at any time. */
const collect: () => void = (() => {
  setFlagsFromString("--expose-gc");
  // With the flag, a new context has `gc`.
  return runInNewContext("gc") as () => void;
})();
