import type { Clock, Host } from "@graph-sync/core";

/** A longer timer fires at once on some platforms: its length is kept in 31 bits. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * A pause of our own, of a length up to a bound that doubles with each attempt, so that callers who failed together do
 * not come back together.
 * @param attempt the one that failed, from 1
 */
export function backoffMs(firstMs: number, maxMs: number, attempt: number, random: Host["random"]): number {
  // Far below the largest number, so that a first length of 0 stays 0.
  const doublings = Math.min(attempt - 1, 64);
  return Math.max(1, random() * Math.min(maxMs, firstMs * 2 ** doublings));
}

/**
 * A pause that the service asked for: never shorter, up to a tenth longer, since a call that comes too early counts
 * against the quota as well. Where there is less room, the extra part leaves at least half of it to the next attempt.
 * @param roomMs until the call must have ended
 */
export function notSoonerMs(toldMs: number, roomMs: number, random: Host["random"]): number {
  return toldMs + random() * Math.max(0, Math.min(toldMs / 10, (roomMs - toldMs) / 2));
}

/** Waits at least this long, however long it is, or rejects with the signal's reason. */
export async function pause(ms: number, clock: Clock, signal: AbortSignal): Promise<void> {
  const until = clock.monotonic() + ms;
  for (let rest = Math.ceil(ms); rest > 0; rest -= longestTimerMs) {
    await clock.sleep(Math.min(rest, longestTimerMs), signal);
  }
  // A platform's timer may be early by a part of a millisecond.
  const missing = until - clock.monotonic();
  if (missing > 0) await clock.sleep(Math.min(Math.ceil(missing), longestTimerMs), signal);
}

/** Runs `run` at a moment of the monotonic clock or, where that is too far away, on the way there. */
export function timerUntil(moment: number, clock: Clock, run: () => void): () => void {
  return clock.timer(Math.min(Math.max(1, Math.ceil(moment - clock.monotonic())), longestTimerMs), run);
}
