import { fakeHost, graphRequest } from "@graph-sync/testing";
import { expect, test } from "vitest";
import { heldBack } from "../src/held-back.ts";
import { turnstile } from "../src/turnstile.ts";
import { read } from "./calls.ts";

test("who comes when the door has just opened goes in behind those who waited", async () => {
  const { clock } = fakeHost();
  // A busy event loop: time has passed, and the timer has not fired yet.
  let lateMs = 0;
  const order: string[] = [];
  const door = turnstile(
    { ...clock, monotonic: () => clock.monotonic() + lateMs },
    { opensAt: () => 1_000, enter: () => () => undefined },
  );
  const pass = async (name: string): Promise<void> => {
    await door.pass(graphRequest(), () => undefined);
    order.push(name);
  };
  const waiting = [pass("first"), pass("second")];
  lateMs = 1_000;
  await Promise.all([...waiting, pass("third")]);
  expect([order, door.isIdle(), clock.pending]).toEqual([["first", "second", "third"], true, 0]);
});

test("a door that opens in a month keeps a timer that a platform can count", async () => {
  const { clock } = fakeHost();
  const lengths: number[] = [];
  const monthMs = 30 * 86_400_000;
  const timer: typeof clock.timer = (ms, run) => (lengths.push(ms), clock.timer(ms, run));
  const door = turnstile(
    { ...clock, monotonic: clock.monotonic, timer },
    { opensAt: () => monthMs, enter: () => () => undefined },
  );
  const turn = door.pass(graphRequest(), () => undefined);
  await clock.advance(monthMs);
  expect([typeof (await turn), lengths]).toEqual(["function", [2 ** 31 - 1, monthMs - (2 ** 31 - 1)]]);
});

test.each([
  [1, "1"],
  [8_001, "9"],
  [9_000, "9"],
  [1e15, "9999999999"],
])("what is held back for another %d ms is told %s s, never less", (ms, seconds) => {
  expect(heldBack(read, ms).headers["retry-after"]).toBe(seconds);
});
