import { bearer, createCaller, type Partition, type Plugin } from "@graph-sync/core";
import { retry } from "@graph-sync/plugin-retry";
import { fakeHost, type Script, scriptedTransport } from "@graph-sync/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { retryBudget } from "../src/retry-budget.ts";
import { backoffMs, notSoonerMs } from "../src/delay.ts";
import { create, ok, read, refused, reset, settle, status } from "./calls.ts";

/** Sends calls in groups against a service and counts the requests. */
async function load(
  calls: number,
  inGroupsOf: number,
  script: Script,
  options: Parameters<typeof retry>[0] = {},
): Promise<number> {
  const host = fakeHost({ random: [0.3, 0.9, 0.1] });
  const transport = scriptedTransport(script);
  const caller = createCaller({ transport, host, plugins: [retry(options)], timeoutMs: Infinity });
  for (let sent = 0; sent < calls; sent += inGroupsOf) {
    const group = Array.from({ length: Math.min(inGroupsOf, calls - sent) }, () => caller.call(read, { jobId: "j" }));
    await settle(Promise.allSettled(group), host.clock);
  }
  expect(host.clock.pending).toBe(0);
  return transport.requests.length;
}

describe("a dead service", () => {
  test.each<readonly [string, Script]>([
    ["503", status(503)],
    ["503 with a wait", status(503, { "retry-after": "1" })],
    ["429 without a word", status(429)],
    ["refuses connections", refused],
    ["resets connections", reset],
  ])("gets at most 1.1 times the load: %s", async (_, script) => {
    expect(await load(1_000, 1_000, script)).toBeLessThanOrEqual(1_100);
    expect(await load(100, 1, script)).toBe(110);
  });

  test("gets at most 1.1 times the load, however the calls come", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 100, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 2, max: 20 }),
        async (calls, inGroupsOf, attempts) => {
          expect(await load(calls, inGroupsOf, status(503), { attempts })).toBeLessThanOrEqual(1.1 * calls);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("gets its retries again once it answers", async () => {
    const host = fakeHost();
    let alive = false;
    const transport = scriptedTransport(() => (alive ? ok : status(503)));
    const caller = createCaller({ transport, host, plugins: [retry()], timeoutMs: Infinity });
    const sent = async (): Promise<number> => {
      const before = transport.requests.length;
      await settle(caller.call(read, { jobId: "j" }), host.clock);
      return transport.requests.length - before;
    };
    const dead = [];
    for (let call = 0; call < 6; call += 1) dead.push(await sent());
    expect(dead).toEqual([4, 4, 4, 2, 1, 1]);
    alive = true;
    for (let call = 0; call < 6; call += 1) expect(await sent()).toBe(1);
    alive = false;
    expect([await sent(), await sent()]).toEqual([4, 1]);
  });

  test("gets no more retries for having answered a thousand times before, nor for refusing what is not repeated", async () => {
    const host = fakeHost();
    let alive = true;
    const transport = scriptedTransport(() => (alive ? ok : status(503)));
    const caller = createCaller({ transport, host, plugins: [retry()], timeoutMs: Infinity });
    for (let call = 0; call < 1_000; call += 1) await caller.call(read, { jobId: "j" });
    alive = false;
    for (let call = 0; call < 100; call += 1) {
      await settle(caller.call(read, { jobId: "j" }), host.clock);
      await settle(caller.call(create, { jobId: "j" }), host.clock);
    }
    expect(transport.requests.length - 1_000).toBe(210);
  });

  test("with a budget of 0 gets no retry, with an endless one all", async () => {
    expect(await load(20, 5, status(503), { budget: 0 })).toBe(20);
    expect(await load(20, 5, status(503), { budget: Infinity })).toBe(80);
  });
});

test("a service that is only busy, and says when to come back, gets every retry", async () => {
  expect(await load(100, 100, status(429, { "retry-after": "1" }))).toBe(400);
});

test("a service that fails one request in three loses no call", async () => {
  const host = fakeHost({ random: [0.5] });
  let count = 0;
  const transport = scriptedTransport(() => (++count % 3 === 0 ? status(503) : ok));
  const caller = createCaller({ transport, host, plugins: [retry()], timeoutMs: Infinity });
  const calls = Array.from({ length: 300 }, (_, at) => at);
  for (const _call of calls)
    expect(await settle(caller.call(read, { jobId: "j" }), host.clock)).toEqual({ value: undefined });
});

describe("the budget", () => {
  test("never gives more retries than its size and half of the answers", () => {
    fc.assert(
      fc.property(fc.nat(50), fc.array(fc.boolean(), { maxLength: 300 }), (size, steps) => {
        const budget = retryBudget(size);
        let taken = 0;
        let answers = 0;
        for (const isAnswer of steps) {
          if (isAnswer) {
            answers += 1;
            budget.put();
          } else if (budget.take()) {
            taken += 1;
          }
        }
        expect(taken).toBeLessThanOrEqual(size + answers / 2);
      }),
    );
  });

  test("is one for all clients of an identity at an origin, and another for each other identity", async () => {
    const shared = retry();
    const host = fakeHost();
    const as = (id: string): Plugin => {
      const partition: Partition = { id, stable: true };
      return { ...bearer("a-token"), partition };
    };
    const requests = async (auth: Plugin): Promise<number> => {
      const transport = scriptedTransport(status(503));
      const caller = createCaller({ transport, host, plugins: [auth, shared], timeoutMs: Infinity });
      for (let call = 0; call < 5; call += 1) await settle(caller.call(read, { jobId: "j" }), host.clock);
      return transport.requests.length;
    };
    expect([await requests(as("a")), await requests(as("a")), await requests(as("b"))]).toEqual([15, 5, 15]);
  });
});

describe("delays", () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test("of our own are between a millisecond and a bound that doubles", () => {
    fc.assert(
      fc.property(
        chance,
        fc.integer({ min: 1, max: 2_000 }),
        fc.nat(60_000),
        fc.nat(1e6),
        (random, attempt, first, max) => {
          const ms = backoffMs(first, max, attempt, () => random);
          expect(ms).toBeGreaterThanOrEqual(1);
          expect(ms).toBeLessThanOrEqual(Math.max(1, Math.min(max, first * 2 ** Math.min(attempt - 1, 1_000))));
        },
      ),
    );
  });

  test("that were asked for are never shorter, at most a tenth longer, and leave room for the attempt", () => {
    const told = fc.integer({ min: 1, max: 9_999_999_999 }).map((seconds) => seconds * 1_000);
    const room = fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 1e13 }));
    fc.assert(
      fc.property(told, room, chance, (toldMs, roomMs, random) => {
        const ms = notSoonerMs(toldMs, roomMs, () => random);
        expect(ms).toBeGreaterThanOrEqual(toldMs);
        expect(ms).toBeLessThanOrEqual(toldMs * 1.1);
        if (toldMs < roomMs) expect(ms).toBeLessThan(roomMs);
      }),
    );
  });
});
