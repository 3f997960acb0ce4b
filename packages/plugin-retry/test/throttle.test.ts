import { bearer, createCaller, isGraphServiceError, isInvalidRequestError, type Plugin } from "@graph-sync/core";
import { type HoldEvent, retry, throttle, type ThrottledEvent } from "@graph-sync/plugin-retry";
import { fakeHost, scriptedTransport } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { ok, read, reset, settle, status } from "./calls.ts";
import { ids, service } from "./service.ts";

const busy = status(429, { "retry-after": "10" });

describe("a 429", () => {
  test("holds back all calls of the identity for as long as the service says", async () => {
    const { host, begin, arrivals } = service([throttle()], (_, count) => (count === 1 ? busy : ok));
    begin();
    await host.clock.advance(0);
    for (let call = 0; call < 5; call += 1) begin();
    await host.clock.advance(9_999);
    expect(arrivals).toEqual([0]);
    await host.clock.advance(1);
    expect(arrivals).toEqual([0, 10_000, 10_000, 10_000, 10_000, 10_000]);
    expect(host.clock.pending).toBe(0);
  });

  test("that says nothing of the time holds back for up to a second, and longer each time", async () => {
    const host = fakeHost({ random: [0.5] });
    const { begin, arrivals } = service([throttle()], (_, count) => (count <= 3 ? status(429) : ok), host);
    for (let call = 0; call < 4; call += 1) {
      begin();
      await host.clock.advance(0);
    }
    await host.clock.advance(60_000);
    expect(arrivals).toEqual([0, 500, 1_500, 3_500]);
  });

  test("for each of many requests at a time holds back once, not once for each", async () => {
    const host = fakeHost({ random: [0.1, 0.999, 0.999, 0.999] });
    const { begin, arrivals } = service([throttle()], (_, count) => (count <= 100 ? status(429) : ok), host);
    for (let call = 0; call < 100; call += 1) begin();
    await host.clock.advance(0);
    begin();
    await host.clock.advance(99);
    expect(arrivals).toHaveLength(100);
    await host.clock.advance(1);
    expect(arrivals).toHaveLength(101);
  });

  test("after a success begins with a second again", async () => {
    const host = fakeHost({ random: [0.5] });
    const answers = [status(429), status(429), ok, status(429), ok, ok];
    const { begin, arrivals } = service([throttle()], (_, count) => answers[count - 1], host);
    for (const _answer of answers) {
      begin();
      await host.clock.advance(0);
    }
    await host.clock.advance(60_000);
    expect(arrivals).toEqual([0, 500, 1_500, 1_500, 1_500, 2_000]);
  });

  test("that comes late holds back longer, never shorter", async () => {
    const { host, begin, answer, arrivals } = service([throttle()], () => undefined);
    begin();
    begin();
    begin();
    await host.clock.advance(0);
    await answer(busy);
    await host.clock.advance(5_000);
    await answer(status(429, { "retry-after": "8" }));
    await answer(status(429, { "retry-after": "1" }));
    begin();
    await host.clock.advance(7_999);
    expect(arrivals).toHaveLength(3);
    await host.clock.advance(1);
    expect(arrivals).toEqual([0, 0, 0, 13_000]);
  });

  test("is a value: without a retry plugin it is the call's error", async () => {
    const { host, begin } = service([throttle()], () => busy);
    const call = begin();
    await host.clock.advance(0);
    const settled = call();
    const error = settled !== undefined && "error" in settled ? settled.error : undefined;
    expect(isGraphServiceError(error) && [error.status, error.retryAfterMs]).toEqual([429, 10_000]);
  });
});

describe("after the wait", () => {
  /** A service that was busy once; then twenty calls wait for the ten seconds to pass, and the test answers. */
  async function reopened(): Promise<ReturnType<typeof service>> {
    const one = service([throttle()], (_, count) => (count === 1 ? busy : undefined));
    one.begin();
    await one.host.clock.advance(0);
    for (let call = 0; call < 20; call += 1) one.begin(`j${call}`);
    await one.host.clock.advance(10_000);
    return one;
  }

  test("one goes first; each answer makes room for one more; all in the order of arrival", async () => {
    const one = await reopened();
    expect(ids(one.open)).toEqual(["j0"]);
    await one.answer();
    expect(ids(one.open)).toEqual(["j1", "j2"]);
    await one.answer();
    await one.answer();
    expect(ids(one.open)).toEqual(["j3", "j4", "j5", "j6"]);
    one.begin("last");
    for (let round = 0; round < 17; round += 1) await one.answer();
    expect(ids(one.open)).toEqual(["last"]);
  });

  test("any answer but a 429 makes room", async () => {
    const one = await reopened();
    await one.answer(status(503));
    expect(ids(one.open)).toEqual(["j1", "j2"]);
    await one.answer(status(404));
    expect(one.open).toHaveLength(3);
  });

  test("a first one that gets no answer hands its turn to the next", async () => {
    const one = await reopened();
    await one.answer(reset);
    expect(ids(one.open)).toEqual(["j1"]);
  });

  test("a first one that is aborted hands its turn to the next", async () => {
    const one = service([throttle()], (_, count) => (count === 1 ? busy : undefined));
    one.begin();
    await one.host.clock.advance(0);
    const controller = new AbortController();
    one.begin("gone", { signal: controller.signal });
    one.begin("next");
    await one.host.clock.advance(10_000);
    expect(ids(one.open)).toEqual(["gone"]);
    controller.abort();
    await one.host.clock.advance(0);
    expect(ids(one.open)).toEqual(["next"]);
  });

  test("a first one that is refused again shuts the gate again, and the ramp begins anew", async () => {
    const one = await reopened();
    await one.answer();
    expect(one.open).toHaveLength(2);
    await one.answer(busy);
    await one.answer();
    await one.host.clock.advance(9_999);
    expect(one.open).toHaveLength(0);
    await one.host.clock.advance(1);
    expect(ids(one.open)).toEqual(["j3"]);
    await one.answer();
    expect(ids(one.open)).toEqual(["j4", "j5"]);
  });

  test("answers to what was sent before do not open it", async () => {
    const { host, begin, answer, ...rest } = service([throttle()], () => undefined);
    for (let call = 0; call < 5; call += 1) begin(`old${call}`);
    await host.clock.advance(0);
    await answer(busy);
    for (let call = 0; call < 5; call += 1) begin(`new${call}`);
    await answer();
    await answer();
    expect(rest.arrivals).toHaveLength(5);
    await host.clock.advance(10_000);
    expect(rest.arrivals).toHaveLength(6);
    await answer();
    await answer();
    expect(rest.arrivals).toHaveLength(6);
    await answer();
    expect(rest.arrivals).toHaveLength(8);
  });

  test("a thousand calls are all served, none twice, and nothing is left behind", async () => {
    const host = fakeHost({ random: [0.5] });
    let count = 0;
    let inFlight = 0;
    let most = 0;
    const transport = scriptedTransport(async ({ signal }) => {
      count += 1;
      if (count <= 1_000) return busy;
      inFlight += 1;
      most = Math.max(most, inFlight);
      await host.clock.sleep(100, signal);
      inFlight -= 1;
      return ok;
    });
    const caller = createCaller({ transport, host, plugins: [retry(), throttle()], timeoutMs: Infinity });
    const calls = Array.from({ length: 1_000 }, () => caller.call(read, { jobId: "j" }));
    const settled = await settle(Promise.all(calls), host.clock);
    expect("value" in settled).toBe(true);
    expect([transport.requests.length, host.clock.pending, inFlight]).toEqual([2_000, 0, 0]);
    expect(most).toBeGreaterThan(64);
  });
});

describe("a request that would wait past its deadline", () => {
  test("is answered at once with a 429 that was not on the wire and says how long", async () => {
    const { host, begin, arrivals } = service([throttle()], (_, count) => (count === 1 ? busy : ok));
    begin();
    await host.clock.advance(1_000);
    const late = begin("j", { timeoutMs: 8_999 });
    const inTime = begin("j", { timeoutMs: 9_001 });
    await host.clock.advance(0);
    const settled = late();
    const error = settled !== undefined && "error" in settled ? settled.error : undefined;
    expect(isGraphServiceError(error) && [error.status, error.code, error.retryAfterMs]).toEqual([
      429,
      "TooManyRequests",
      9_000,
    ]);
    expect(String(error)).toMatch(/Not sent: .* another 9 s, .*longer timeoutMs/);
    await host.clock.advance(9_000);
    expect([inTime(), arrivals]).toEqual([{ value: undefined }, [0, 10_000]]);
  });

  test("is answered when that becomes clear, also while it waits", async () => {
    const { host, begin, answer, arrivals } = service([throttle()], () => undefined);
    begin();
    begin();
    await host.clock.advance(0);
    await answer(busy);
    const waiting = begin("j", { timeoutMs: 20_000 });
    await host.clock.advance(1_000);
    expect(waiting()).toBeUndefined();
    await answer(status(429, { "retry-after": "60" }));
    const settled = waiting();
    expect(
      settled !== undefined && "error" in settled && isGraphServiceError(settled.error) && settled.error.retryAfterMs,
    ).toBe(60_000);
    expect([arrivals.length, host.clock.pending]).toEqual([2, 0]);
  });

  test("is not repeated by the retry plugin above", async () => {
    const { host, begin, arrivals } = service([retry(), throttle()], () => busy);
    const first = begin("j", { timeoutMs: 5_000 });
    await host.clock.advance(0);
    const second = begin("j", { timeoutMs: 5_000 });
    await host.clock.advance(0);
    expect([first() === undefined, second() === undefined, arrivals, host.clock.pending]).toEqual([
      false,
      false,
      [0],
      0,
    ]);
  });
});

describe("an abort while waiting", () => {
  test("rejects at once, frees the place, and leaves no timer and no listener", async () => {
    const { host, begin, arrivals } = service([throttle()], (_, count) => (count === 1 ? busy : ok));
    begin();
    await host.clock.advance(0);
    const controllers = Array.from({ length: 10 }, () => new AbortController());
    const calls = controllers.map(({ signal }, at) => begin(`j${at}`, { signal }));
    await host.clock.advance(5_000);
    for (const at of [0, 3, 9]) controllers[at]?.abort(new Error("enough"));
    await host.clock.advance(0);
    expect(calls.map((call) => call() === undefined)).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    await host.clock.advance(5_000);
    expect(arrivals).toHaveLength(8);
    expect(host.clock.pending).toBe(0);
  });

  test("of all who wait cancels the timer", async () => {
    const { host, begin } = service([throttle()], (_, count) => (count === 1 ? busy : ok));
    begin();
    await host.clock.advance(0);
    const controller = new AbortController();
    begin("j", { signal: controller.signal });
    await host.clock.advance(0);
    expect(host.clock.pending).toBe(1);
    controller.abort();
    expect(host.clock.pending).toBe(0);
  });
});

describe("the share of the limit that is used", () => {
  const near = (share: string): ReturnType<typeof status> => ({
    ...ok,
    headers: { "x-ms-throttle-limit-percentage": share },
  });

  test.each(["0.8", "1.0", "1.79", "1"])("slows down before the 429 at %s", async (share) => {
    const { host, begin, arrivals } = service([throttle()], () => near(share));
    begin();
    await host.clock.advance(0);
    for (let call = 0; call < 3; call += 1) begin();
    await host.clock.advance(0);
    expect(arrivals).toEqual([0]);
    await host.clock.advance(10_000);
    expect(arrivals).toEqual([0, 1_000, 2_000, 3_000]);
    expect(host.clock.pending).toBe(0);
  });

  test.each(["0.79", "0", "", "abc", "80", "-1", "0.9 ", "NaN"])("does not where it says %j", async (share) => {
    const { host, begin, arrivals } = service([throttle()], () => near(share));
    for (let call = 0; call < 3; call += 1) {
      begin();
      await host.clock.advance(0);
    }
    expect(arrivals).toEqual([0, 0, 0]);
  });

  test("brings the rate of the last ten seconds down to seven tenths, and is forgotten ten seconds after", async () => {
    let share = "0.7";
    const { host, begin, arrivals } = service([throttle()], () => near(share));
    for (let call = 0; call < 100; call += 1) {
      begin();
      await host.clock.advance(50);
    }
    share = "1.4";
    begin();
    await host.clock.advance(0);
    share = "0.7";
    const before = arrivals.length;
    for (let call = 0; call < 10; call += 1) begin();
    await host.clock.advance(1_000);
    // 101 in the span: one each 99 ms on average, spread by 1.4 / 0.7.
    expect(arrivals.length - before).toBe(5);
    await host.clock.advance(9_000);
    for (let call = 0; call < 10; call += 1) begin();
    await host.clock.advance(0);
    expect(arrivals.length - before).toBe(20);
  });
});

describe("identities", () => {
  test("are told apart; clients of one of them share the gate", async () => {
    const shared = throttle();
    const host = fakeHost();
    const as = (id: string): Plugin => ({ ...bearer("a-token"), partition: { id, stable: true } });
    const busyForA = service([as("a"), shared], () => busy, host);
    const alsoA = service([as("a"), shared], () => ok, host);
    const b = service([as("b"), shared], () => ok, host);
    busyForA.begin();
    await host.clock.advance(0);
    alsoA.begin();
    b.begin();
    await host.clock.advance(0);
    expect([alsoA.arrivals, b.arrivals]).toEqual([[], [0]]);
    await host.clock.advance(11_000);
    expect(alsoA.arrivals).toEqual([10_500]);
  });
});

describe("observers", () => {
  test("hear of each 429 and of each request that has to wait", async () => {
    const throttled: ThrottledEvent[] = [];
    const holds: HoldEvent[] = [];
    const plugin = throttle({ onThrottled: (e) => throttled.push(e), onHold: (e) => holds.push(e) });
    const { host, begin } = service([plugin], (_, count) =>
      count > 1
        ? ok
        : status(429, {
            "retry-after": "3",
            "x-ms-throttle-scope": "Tenant_Application/ReadWrite/a/t",
            "x-ms-throttle-information": "WriteLimitExceeded",
            "x-ms-throttle-limit-percentage": "1.2",
          }),
    );
    begin();
    await host.clock.advance(0);
    begin();
    await host.clock.advance(10_000);
    expect(throttled).toEqual([
      {
        operation: "x.read",
        retryAfterMs: 3_000,
        scope: "Tenant_Application/ReadWrite/a/t",
        information: "WriteLimitExceeded",
        limitPercentage: "1.2",
      },
    ]);
    expect(holds).toEqual([{ operation: "x.read", reason: "throttled" }]);
  });

  test("end the call with what they throw, and no place is lost", async () => {
    const plugin = throttle({
      onHold: () => {
        throw new Error("no more");
      },
    });
    const { host, begin, arrivals } = service([plugin], (_, count) => (count === 1 ? busy : ok));
    begin();
    await host.clock.advance(0);
    const call = begin();
    await host.clock.advance(10_000);
    expect(String((call() as { error: unknown } | undefined)?.error)).toBe("Error: no more");
    begin();
    await host.clock.advance(0);
    expect([arrivals, host.clock.pending]).toEqual([[0, 10_000], 0]);
  });

  test("that throw at a 429 do not keep it from the gate", async () => {
    const plugin = throttle({
      onThrottled: () => {
        throw new Error("no more");
      },
    });
    const { host, begin, arrivals } = service([plugin], (_, count) => (count === 1 ? busy : ok));
    const call = begin();
    await host.clock.advance(0);
    expect(call()).toEqual({ error: new Error("no more") });
    begin();
    await host.clock.advance(10_000);
    expect(arrivals).toEqual([0, 10_000]);
  });

  test.each(["onHold", "onThrottled"])("%s must be a function", (name) => {
    let thrown: unknown;
    try {
      throttle({ [name]: "log" });
    } catch (error) {
      thrown = error;
    }
    expect(isInvalidRequestError(thrown)).toBe(true);
  });
});
