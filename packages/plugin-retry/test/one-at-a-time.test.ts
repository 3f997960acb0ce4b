import { createCaller, type GraphResponse, type Operation } from "@graph-sync/core";
import { type HoldEvent, retry, throttle } from "@graph-sync/plugin-retry";
import { fakeHost, graphRequest, scriptedTransport } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { oneAtATime } from "../src/one-at-a-time.ts";
import { ok, reset, status, watched } from "./calls.ts";
import { ids } from "./service.ts";

type OfJob = Operation<string, { readonly servicePrincipalId: string; readonly jobId: string }, void>;

function ofJob(id: string): OfJob {
  const path = "/{root}/{id}/synchronization/jobs/{jobId}";
  return { id, method: "POST", path, repeat: "idempotent", status: 204, evidence: "documented" };
}

const start = ofJob("jobs.start");

/** Starts of jobs against a service that answers when the test says so. */
function starts(plugins = [throttle()]): {
  readonly host: ReturnType<typeof fakeHost>;
  readonly sent: () => readonly string[];
  readonly begin: (jobId: string, row?: OfJob, signal?: AbortSignal) => ReturnType<typeof watched<void>>;
  readonly answer: (response: GraphResponse | Error) => Promise<void>;
} {
  const host = fakeHost({ random: [0] });
  const waiting: ((response: GraphResponse | Error) => void)[] = [];
  const transport = scriptedTransport(
    ({ signal }) =>
      new Promise<GraphResponse>((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        waiting.push((response) => (response instanceof Error ? reject(response) : resolve(response)));
      }),
  );
  const caller = createCaller({ transport, host, plugins, timeoutMs: Infinity });
  return {
    host,
    sent: () => ids(transport.requests),
    begin: (jobId, row = start, signal) =>
      watched(caller.call(row, { servicePrincipalId: "1", jobId }, signal === undefined ? {} : { signal })),
    async answer(response) {
      waiting.shift()?.(response);
      await host.clock.advance(0);
    },
  };
}

describe("a second start of a job", () => {
  test("waits for the answer to the first, and is sent then", async () => {
    const holds: HoldEvent[] = [];
    const { host, begin, answer, sent } = starts([throttle({ onHold: (e) => holds.push(e) })]);
    const calls = [begin("a"), begin("a"), begin("a")];
    await host.clock.advance(60_000);
    expect(sent()).toEqual(["a"]);
    await answer(ok);
    expect([sent(), calls.map((call) => call() !== undefined)]).toEqual([
      ["a", "a"],
      [true, false, false],
    ]);
    await answer(status(400));
    await answer(ok);
    expect([sent(), calls.map((call) => call() !== undefined)]).toEqual([
      ["a", "a", "a"],
      [true, true, true],
    ]);
    expect(holds).toEqual(Array.from({ length: 2 }, () => ({ operation: "jobs.start", reason: "one-at-a-time" })));
    expect(host.clock.pending).toBe(0);
  });

  test("does not wait for another job's, nor does another operation of the job", async () => {
    const { host, begin, sent } = starts();
    begin("a");
    begin("b");
    begin("a", ofJob("jobs.pause"));
    await host.clock.advance(0);
    expect(sent().toSorted()).toEqual(["a", "a", "b"]);
  });

  test("is sent where the first one got no answer or was aborted", async () => {
    const { host, begin, answer, sent } = starts();
    const controller = new AbortController();
    begin("a");
    begin("a", start, controller.signal);
    begin("a");
    await host.clock.advance(0);
    await answer(reset);
    expect(sent()).toHaveLength(2);
    controller.abort();
    await host.clock.advance(0);
    expect(sent()).toHaveLength(3);
  });

  test("that is aborted while waiting gives its place to the third", async () => {
    const { host, begin, answer, sent } = starts();
    const controller = new AbortController();
    begin("a");
    const second = begin("a", start, controller.signal);
    begin("a");
    await host.clock.advance(0);
    controller.abort();
    await host.clock.advance(0);
    expect([second() !== undefined, sent().length]).toEqual([true, 1]);
    await answer(ok);
    expect(sent()).toHaveLength(2);
  });

  test("goes between a first one and its retry", async () => {
    const { host, begin, answer, sent } = starts([retry(), throttle()]);
    const first = begin("a");
    const second = begin("a");
    await host.clock.advance(0);
    await answer(status(503, { "retry-after": "5" }));
    expect(sent()).toHaveLength(2);
    await answer(ok);
    expect([first(), second()]).toEqual([undefined, { value: undefined }]);
    await host.clock.advance(5_000);
    await answer(ok);
    expect([first(), sent().length, host.clock.pending]).toEqual([{ value: undefined }, 3, 0]);
  });
});

test("a door is kept only while it is in use", async () => {
  const doors = oneAtATime(fakeHost().clock);
  const request = graphRequest({ operation: start, params: { jobId: "a", servicePrincipalId: "1" } });
  // The same job, its ids in another order.
  const second = graphRequest({ operation: start, params: { servicePrincipalId: "1", jobId: "a" } });
  const aborted = graphRequest({ operation: start, signal: AbortSignal.abort(new Error("enough")) });
  expect(() => doors.pass(aborted, () => undefined)).toThrow("enough");
  expect(doors.isIdle()).toBe(true);

  const waits: string[] = [];
  const leave = doors.pass(request, () => waits.push("first"));
  const turn = doors.pass(second, () => waits.push("second"));
  expect([waits, doors.isIdle()]).toEqual([["second"], false]);
  if (typeof leave === "function") leave("failed");
  expect(doors.isIdle()).toBe(false);
  const leaveToo = await turn;
  if (typeof leaveToo === "function") leaveToo("failed");
  expect(doors.isIdle()).toBe(true);
});
