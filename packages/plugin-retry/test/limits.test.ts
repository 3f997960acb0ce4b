import { createCaller, isGraphServiceError, isInvalidRequestError, startJob, TransportError } from "@graph-sync/core";
import * as operations from "@graph-sync/core/operations";
import { documentedLimits, type Limits, throttle } from "@graph-sync/plugin-retry";
import { fakeHost, scriptedTransport } from "@graph-sync/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ok, read, refused, reset, row, settle, status, watched } from "./calls.ts";
import { service } from "./service.ts";

/** When each of many calls of one operation, begun together, was sent. */
async function sentAt(operation: string, calls: number, limits?: Limits): Promise<readonly number[]> {
  const host = fakeHost();
  const sent: number[] = [];
  const transport = scriptedTransport(() => {
    sent.push(host.clock.monotonic());
    return ok;
  });
  const plugin = limits === undefined ? throttle() : throttle({ limits });
  const caller = createCaller({ transport, host, plugins: [plugin], timeoutMs: Infinity });
  const all = Array.from({ length: calls }, () => caller.call(row(operation), { jobId: "j" }));
  await settle(Promise.all(all), host.clock);
  expect(host.clock.pending).toBe(0);
  return sent;
}

describe("a documented limit", () => {
  test.each([
    ["jobs.provisionOnDemand", 5, 10_000],
    ["jobs.bulkUpload", 40, 5_000],
    ["provisioningLogs.list", 5, 10_000],
  ])("of %s: %d requests in %d ms", async (operation, requests, perMs) => {
    const expected = [0, 1, 2].flatMap((span) => Array.from({ length: requests }, () => span * perMs));
    expect(await sentAt(operation, 3 * requests)).toEqual(expected);
  });

  test("is data, and can be changed, taken away and added", async () => {
    expect(Object.keys(documentedLimits)).toEqual([
      "jobs.provisionOnDemand",
      "jobs.bulkUpload",
      "provisioningLogs.list",
    ]);
    expect(await sentAt("jobs.bulkUpload", 3, { "jobs.bulkUpload": { requests: 1, perMs: 7 } })).toEqual([0, 7, 14]);
    expect(await sentAt("jobs.provisionOnDemand", 6, { "jobs.provisionOnDemand": false })).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await sentAt("x.y", 3, { "x.y": { requests: 2, perMs: 100 } })).toEqual([0, 0, 100]);
    expect(await sentAt("x.y", 100)).toEqual(Array.from({ length: 100 }, () => 0));
  });

  test("holds for any span of the time at which requests arrive, however slow the way", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.record({ wayMs: fc.nat(40), workMs: fc.nat(40) }), { minLength: 1, maxLength: 40 }),
        async (requests, perMs, exchanges) => {
          const host = fakeHost();
          const arrived: number[] = [];
          let sent = 0;
          const transport = scriptedTransport(async ({ signal }) => {
            const { wayMs, workMs } = exchanges[sent++] ?? { wayMs: 0, workMs: 0 };
            await host.clock.sleep(wayMs, signal);
            arrived.push(host.clock.monotonic());
            await host.clock.sleep(workMs, signal);
            return ok;
          });
          const limits = { "x.read": { requests, perMs } };
          const caller = createCaller({ transport, host, plugins: [throttle({ limits })], timeoutMs: Infinity });
          await settle(Promise.all(exchanges.map(() => caller.call(read, { jobId: "j" }))), host.clock);
          const times = arrived.toSorted((a, b) => a - b);
          expect(times).toHaveLength(exchanges.length);
          for (const [at, time] of times.entries()) {
            expect(time - (times[at - requests] ?? -Infinity)).toBeGreaterThanOrEqual(perMs);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("counts failures too, but not what never left", async () => {
    const limits = { "x.read": { requests: 1, perMs: 1_000 } };
    for (const [answer, expected] of [
      [status(500), [0, 1_000]],
      [reset, [0, 1_000]],
      [refused, [0, 0]],
    ] as const) {
      const one = service([throttle({ limits })], () => undefined);
      one.begin();
      one.begin();
      await one.host.clock.advance(0);
      await one.answer(answer);
      await one.host.clock.advance(1_000);
      expect(one.arrivals).toEqual(expected);
    }
  });

  test("does not hold back other operations", async () => {
    const host = fakeHost();
    const transport = scriptedTransport(ok);
    const caller = createCaller({ transport, host, plugins: [throttle()], timeoutMs: Infinity });
    for (let call = 0; call < 9; call += 1) watched(caller.call(row("jobs.provisionOnDemand"), { jobId: "j" }));
    const other = watched(caller.call(read, { jobId: "j" }));
    await host.clock.advance(0);
    expect([transport.requests.length, other()]).toEqual([6, { value: undefined }]);
  });

  test("answers at once what would wait past its deadline", async () => {
    const host = fakeHost();
    const transport = scriptedTransport(ok);
    const caller = createCaller({ transport, host, plugins: [throttle()], timeoutMs: 5_000 });
    const calls = Array.from({ length: 6 }, () => watched(caller.call(row("jobs.provisionOnDemand"), { jobId: "j" })));
    await host.clock.advance(0);
    const last = calls.at(-1)?.();
    const error = last !== undefined && "error" in last ? last.error : undefined;
    expect(isGraphServiceError(error) && [error.status, error.retryAfterMs]).toEqual([429, 10_000]);
    expect([transport.requests.length, host.clock.pending]).toEqual([5, 0]);
  });

  test("gives the place of a call that was aborted while waiting to the next", async () => {
    const one = service([throttle({ limits: { "x.read": { requests: 1, perMs: 1_000 } } })]);
    const controller = new AbortController();
    one.begin();
    one.begin("gone", { signal: controller.signal });
    const next = one.begin("next");
    await one.host.clock.advance(0);
    controller.abort();
    await one.host.clock.advance(1_000);
    expect([next(), one.arrivals]).toEqual([{ value: undefined }, [0, 1_000]]);
  });

  test("gives a place back that was taken by a call aborted before it was sent", async () => {
    const one = service([throttle({ limits: { "x.read": { requests: 1, perMs: 1_000 } } })]);
    const controller = new AbortController();
    one.begin("gone", { signal: controller.signal });
    controller.abort();
    await one.host.clock.advance(0);
    one.begin("next");
    await one.host.clock.advance(0);
    expect(one.arrivals).toEqual([0]);
  });

  test("gives a place back that was taken and not used, because the gate is shut", async () => {
    const limits = { "x.read": { requests: 1, perMs: 60_000 } };
    const host = fakeHost({ random: [0] });
    const transport = scriptedTransport(status(429, { "retry-after": "10" }), ok);
    const caller = createCaller({ transport, host, plugins: [throttle({ limits })], timeoutMs: Infinity });
    watched(caller.call(row("x.other"), { jobId: "j" }));
    await host.clock.advance(0);
    const controller = new AbortController();
    watched(caller.call(read, { jobId: "gone" }, { signal: controller.signal }));
    const next = watched(caller.call(read, { jobId: "next" }));
    await host.clock.advance(5_000);
    controller.abort();
    await host.clock.advance(5_000);
    expect([transport.requests.length, next()]).toEqual([2, { value: undefined }]);
  });
});

test("what is paced is in the contract, under these names", () => {
  const known = new Set<string>(Object.values(operations).map(({ id }) => id));
  const paced = [...Object.keys(documentedLimits), startJob.id];
  expect(paced.filter((id) => !known.has(id))).toEqual([]);
  expect(startJob.id).toBe("jobs.start");
});

describe("limits that make no sense are refused", () => {
  test.each([
    { requests: 0, perMs: 1 },
    { requests: 1.5, perMs: 1 },
    { requests: "5", perMs: 1 },
    { requests: 5, perMs: 0 },
    { requests: 5, perMs: Infinity },
    { requests: 5 },
    {},
    null,
    true,
  ])("%j", (limit) => {
    let thrown: unknown;
    try {
      // What a program without types may pass.
      throttle({ limits: { "x.y": limit as never } });
    } catch (error) {
      thrown = error;
    }
    expect(isInvalidRequestError(thrown)).toBe(true);
    expect(String(thrown)).toContain('throttle: limits["x.y"].');
  });
});

test("a failure of the certificate leaves the place free as well", async () => {
  const one = service([throttle({ limits: { "x.read": { requests: 1, perMs: 1_000 } } })], () => undefined);
  one.begin();
  one.begin();
  await one.host.clock.advance(0);
  await one.answer(new TransportError("tls", { code: "ERR_TLS", sent: "none" }));
  expect(one.arrivals).toEqual([0, 0]);
});
