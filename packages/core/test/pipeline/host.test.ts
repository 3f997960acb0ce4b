import { systemHost } from "@graph-sync/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const longestStep = 2 ** 31 - 1;
const { clock } = systemHost;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a timer longer than the platform's longest runs once, and not before its time", () => {
  const run = vi.fn();
  clock.timer(2 * longestStep + 5, run);
  vi.advanceTimersByTime(2 * longestStep + 4);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test("a timer of Infinity never runs", () => {
  const run = vi.fn();
  const cancel = clock.timer(Infinity, run);
  vi.advanceTimersByTime(10 * longestStep);
  expect(run).not.toHaveBeenCalled();
  cancel();
  expect(vi.getTimerCount()).toBe(0);
});

test.each([10, longestStep + 10, Infinity])(
  "a timer of %d ms is cancelled in its first step and in a later one",
  (ms) => {
    for (const waited of [5, longestStep + 5]) {
      const run = vi.fn();
      const cancel = clock.timer(ms, run);
      vi.advanceTimersByTime(Math.min(waited, ms - 1));
      cancel();
      expect(vi.getTimerCount()).toBe(0);
      vi.advanceTimersByTime(longestStep);
      expect(run).not.toHaveBeenCalled();
    }
  },
);
