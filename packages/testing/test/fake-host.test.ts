import { fakeHost } from "@graph-sync/testing";
import { expect, test } from "vitest";

test("time stands still until it is moved, and then fires what is due, in order", async () => {
  const { clock } = fakeHost({ now: 1_000 });
  const log: string[] = [];
  clock.timer(20, () => log.push("20"));
  clock.timer(10, () => {
    log.push("10");
    clock.timer(5, () => log.push("15"));
  });
  const cancel = clock.timer(12, () => log.push("cancelled"));
  cancel();
  expect([clock.now(), clock.monotonic(), clock.pending]).toEqual([1_000, 0, 2]);
  await clock.advance(20);
  expect(log).toEqual(["10", "15", "20"]);
  expect([clock.now(), clock.monotonic(), clock.pending]).toEqual([1_020, 20, 0]);
});

test("a sleep ends in time or with the signal's reason, and leaves no timer", async () => {
  const { clock } = fakeHost();
  const controller = new AbortController();
  const slept = clock.sleep(10, controller.signal).then(() => "slept");
  await clock.advance(10);
  expect(await slept).toBe("slept");
  const reason = new Error("enough");
  const aborted = clock.sleep(10, controller.signal).catch((error: unknown) => error);
  controller.abort(reason);
  expect(await aborted).toBe(reason);
  expect(await clock.sleep(10, controller.signal).catch((error: unknown) => error)).toBe(reason);
  expect(clock.pending).toBe(0);
});

test("chance is what the test says, in a circle", () => {
  const host = fakeHost({ random: [0.1, 0.9] });
  expect([host.random(), host.random(), host.random()]).toEqual([0.1, 0.9, 0.1]);
  expect(fakeHost().random()).toBe(0.5);
});
