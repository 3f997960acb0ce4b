import {
  createCaller,
  isAmbiguousWriteError,
  isGraphServiceError,
  isInvalidRequestError,
  isTransportError,
  type Operation,
  TransportError,
} from "@graph-sync/core";
import { type GiveUpEvent, retry, type RetryEvent, retryOptions } from "@graph-sync/plugin-retry";
import { fakeHost, type Script, type ScriptedTransport, scriptedTransport } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { badCertificate, create, ok, read, refused, remove, reset, settle, status, watched, write } from "./calls.ts";

type Row = Operation<string, { readonly jobId?: string }, void>;

/** Sends one call against a script and tells how many requests it took, and how it ended. */
async function run(
  row: Row,
  script: readonly Script[],
  options: Parameters<typeof retry>[0] = {},
): Promise<readonly [number, string]> {
  const host = fakeHost();
  const transport = scriptedTransport(...script);
  const caller = createCaller({ transport, host, plugins: [retry(options)], timeoutMs: Infinity });
  const settled = await settle(caller.call(row, { jobId: "j" }), host.clock);
  expect(host.clock.pending).toBe(0);
  return [transport.requests.length, "error" in settled ? named(settled.error) : "ok"];
}

function named(error: unknown): string {
  if (isGraphServiceError(error)) return String(error.status);
  if (isTransportError(error)) return error.code;
  if (isAmbiguousWriteError(error)) return "ambiguous";
  return String(error);
}

const once = [1, 1, 1];

/** What happened first, then 200: requests sent for a read, an idempotent write and a write that must not be repeated. */
const table: readonly (readonly [string, Script, readonly number[]])[] = [
  ["429", status(429), [2, 2, 2]],
  ["408", status(408), [2, 2, 1]],
  ["500", status(500), [2, 2, 1]],
  ["502", status(502), [2, 2, 1]],
  ["503", status(503), [2, 2, 1]],
  ["504", status(504), [2, 2, 1]],
  ["a refused connection", refused, [2, 2, 2]],
  ["a reset connection", reset, [2, 2, 1]],
  ["400", status(400), once],
  ["401", status(401), once],
  ["403", status(403), once],
  ["404", status(404), once],
  ["409", status(409), once],
  ["412", status(412), once],
  ["423", status(423), once],
  ["501", status(501), once],
  ["507", status(507), once],
  ["302", status(302), once],
  ["a bad certificate", badCertificate, once],
  ["an error of a plugin", new TypeError("x"), [2, 2, 1]],
];

describe("what is sent again", () => {
  test.each(table)("after %s", async (_, first, expected) => {
    const sent = [];
    for (const row of [read, write, create]) sent.push((await run(row, [first, ok]))[0]);
    expect(sent).toEqual(expected);
  });

  test("four requests at most, and the last failure is the call's", async () => {
    expect(await run(read, [status(500), status(502), status(503), status(504), ok])).toEqual([4, "504"]);
    expect(await run(read, [reset, reset, reset, refused, ok])).toEqual([4, "ERR_REFUSED"]);
    expect(await run(read, [status(503), status(404)])).toEqual([2, "404"]);
    expect(await run(read, [status(503)], { attempts: 2 })).toEqual([2, "503"]);
    expect(await run(read, [status(503)], { attempts: 1 })).toEqual([1, "503"]);
  });

  test("a write of unknown fate is not, and says so", async () => {
    expect(await run(create, [reset])).toEqual([1, "ambiguous"]);
    expect(await run(create, [status(429), reset])).toEqual([2, "ambiguous"]);
    expect(await run(create, [status(503)])).toEqual([1, "503"]);
  });

  test("unless the caller says that a second one does no harm", async () => {
    expect(await run(create, [status(503), reset, ok], { unsafe: true })).toEqual([3, "ok"]);
    expect(await run(create, [status(400), ok], { unsafe: true })).toEqual([1, "400"]);
  });
});

describe("a DELETE that finds nothing", () => {
  test.each<readonly [string, readonly Script[], string]>([
    ["at first has failed", [status(404)], "404"],
    ["after a reset has done its work", [reset, status(404)], "ok"],
    ["after a 504 has done its work", [status(504), status(404)], "ok"],
    ["after a 503 and a 429 has done its work", [status(503), status(429), status(404)], "ok"],
    ["after a 429 has failed: that one was refused", [status(429), status(404)], "404"],
    ["after a refused connection has failed: nothing had left", [refused, status(404)], "404"],
    ["but is forbidden has failed", [reset, status(403)], "403"],
  ])("%s", async (_, script, expected) => {
    expect((await run(remove, script))[1]).toBe(expected);
  });

  test("is no success for other methods", async () => {
    expect(await run(read, [reset, status(404)])).toEqual([2, "404"]);
    expect(await run(write, [reset, status(404)])).toEqual([2, "404"]);
  });

  test("is answered 204, with the headers of the answer", async () => {
    const host = fakeHost();
    const transport = scriptedTransport(reset, status(404, { "request-id": "r2" }));
    let seen: unknown;
    const call = createCaller({ transport, host, plugins: [retry()] }).call(
      remove,
      { jobId: "j" },
      { onResponse: (info) => (seen = [info.status, info.headers["request-id"], info.attempts]) },
    );
    expect(await settle(call, host.clock)).toEqual({ value: undefined });
    expect(seen).toEqual([204, "r2", 2]);
  });
});

describe("an attempt", () => {
  test("is numbered, has its own client-request-id, and is otherwise the same", async () => {
    const host = fakeHost();
    const transport = scriptedTransport(status(503), status(503), ok);
    const caller = createCaller({ transport, host, plugins: [retry()] });
    await settle(caller.call(write, { jobId: "j" }, { headers: { prefer: "x" } }), host.clock);
    expect(transport.requests.map(({ headers }) => headers["retry-attempt"])).toEqual([undefined, "1", "2"]);
    expect(new Set(transport.requests.map(({ headers }) => headers["client-request-id"])).size).toBe(3);
    for (const request of transport.requests) {
      const { headers, ...rest } = request;
      const { headers: _, ...first } = transport.requests[0] ?? request;
      expect(rest).toEqual(first);
      expect([headers["prefer"], Object.isFrozen(request), Object.isFrozen(headers)]).toEqual(["x", true, true]);
    }
  });
});

/** The moments at which the requests of one call were sent, in milliseconds from its beginning. */
async function moments(
  script: readonly Script[],
  options: { random?: number; now?: number; timeoutMs?: number; retry?: Parameters<typeof retry>[0] } = {},
): Promise<{ sent: readonly number[]; ended: number; outcome: string; transport: ScriptedTransport }> {
  const host = fakeHost({ random: [options.random ?? 0] });
  const sent: number[] = [];
  const transport = scriptedTransport(
    ...script.map((step): Script => (request) => {
      sent.push(host.clock.monotonic());
      if (step instanceof Error) throw step;
      return typeof step === "function" ? step(request) : step;
    }),
  );
  const caller = createCaller({
    transport,
    host,
    plugins: [retry(options.retry)],
    timeoutMs: options.timeoutMs ?? Infinity,
  });
  let ended = Number.NaN;
  const call = caller.call(read, { jobId: "j" }).finally(() => (ended = host.clock.monotonic()));
  const settled = await settle(call, host.clock);
  return { sent, ended, outcome: "error" in settled ? named(settled.error) : "ok", transport };
}

describe("the wait", () => {
  test.each([
    [0, [0, 7_000]],
    [0.5, [0, 7_350]],
    [0.999, [0, 7_700]],
  ])("is what the service asks for, or up to a tenth more (chance %d)", async (random, expected) => {
    expect((await moments([status(429, { "retry-after": "7" }), ok], { random })).sent).toEqual(expected);
    expect((await moments([status(503, { "retry-after": "7" }), ok], { random })).sent).toEqual(expected);
  });

  test("may be asked for as a date", async () => {
    const headers = { "retry-after": "Thu, 01 Jan 2026 00:00:20 GMT" };
    expect((await moments([status(503, headers), ok])).sent).toEqual([0, 20_000]);
  });

  test.each(["0", "-5", "garbage", "Wed, 01 Jan 2025 00:00:00 GMT", "1.5", "99999999999"])(
    "is our own where Retry-After is %j: never no wait at all",
    async (value) => {
      const { sent } = await moments([status(429, { "retry-after": value })], { random: 0.5 });
      expect(sent).toEqual([0, 500, 1_500, 3_500]);
    },
  );

  test("of our own doubles from a quarter of a second, from one second after a 429", async () => {
    expect((await moments([status(500)], { random: 0.5 })).sent).toEqual([0, 125, 375, 875]);
    expect((await moments([reset], { random: 0.5 })).sent).toEqual([0, 125, 375, 875]);
    expect((await moments([status(429)], { random: 0.5 })).sent).toEqual([0, 500, 1_500, 3_500]);
  });

  test("of our own is never longer than maxDelayMs and never shorter than a millisecond", async () => {
    const options = { attempts: 12, budget: 100, delayMs: 1_000, maxDelayMs: 4_000 };
    const { sent } = await moments([status(500)], { random: 0.999_999, retry: options });
    const gaps = sent.slice(1).map((at, index) => Math.round(at - (sent[index] ?? 0)));
    expect(gaps).toEqual([1_000, 2_000, 4_000, 4_000, 4_000, 4_000, 4_000, 4_000, 4_000, 4_000, 4_000]);
    expect((await moments([status(500), ok], { random: 0 })).sent).toEqual([0, 1]);
  });

  test("ends the call at once where the deadline comes first, with what the service said", async () => {
    const { sent, ended } = await moments([status(429, { "retry-after": "60" }), ok], { timeoutMs: 59_999 });
    expect([sent, ended]).toEqual([[0], 0]);
    expect((await moments([status(429, { "retry-after": "60" }), ok], { timeoutMs: 60_000 })).sent).toEqual([0]);
    expect((await moments([status(429, { "retry-after": "60" }), ok], { timeoutMs: 60_001 })).sent).toEqual([
      0, 60_000,
    ]);
    const absurd = await moments([status(429, { "retry-after": "99999999" }), ok], { timeoutMs: 100_000 });
    expect([absurd.sent, absurd.ended, absurd.outcome]).toEqual([[0], 0, "429"]);
  });

  test("leaves the next attempt at least half of the time that is left", async () => {
    const script = [status(429, { "retry-after": "60" }), ok];
    expect((await moments(script, { random: 0.999_999_9, timeoutMs: 61_000 })).sent).toEqual([0, 60_500]);
  });

  test("tells the caller how long the service asked for", async () => {
    const host = fakeHost();
    const transport = scriptedTransport(status(429, { "retry-after": "600" }));
    const caller = createCaller({ transport, host, plugins: [retry()] });
    const settled = await settle(caller.call(read, { jobId: "j" }), host.clock);
    const error = "error" in settled ? settled.error : undefined;
    expect(isGraphServiceError(error) && [error.status, error.retryAfterMs]).toEqual([429, 600_000]);
    expect([transport.requests.length, host.clock.monotonic()]).toEqual([1, 0]);
  });

  test("may be longer than a timer can count, and is not cut short", async () => {
    const host = fakeHost({ random: [0] });
    const lengths: number[] = [];
    const clock = {
      ...host.clock,
      sleep: (ms: number, signal: AbortSignal) => (lengths.push(ms), host.clock.sleep(ms, signal)),
    };
    const transport = scriptedTransport(status(503, { "retry-after": "5000000" }), ok);
    const caller = createCaller({ transport, host: { ...host, clock }, plugins: [retry()], timeoutMs: Infinity });
    const call = watched(caller.call(read, { jobId: "j" }));
    await host.clock.advance(4_999_999_999);
    expect(transport.requests).toHaveLength(1);
    await host.clock.advance(1);
    await host.clock.advance(0);
    expect([transport.requests.length, call()]).toEqual([2, { value: undefined }]);
    expect(lengths).toEqual([2_147_483_647, 2_147_483_647, 705_032_706]);
  });

  test("goes on where a platform's timer was early", async () => {
    const host = fakeHost({ random: [0] });
    const early = {
      ...host.clock,
      sleep: (ms: number, signal: AbortSignal) => host.clock.sleep(Math.max(0.5, ms - 0.7), signal),
    };
    const sent: number[] = [];
    const transport = scriptedTransport(() => {
      sent.push(host.clock.monotonic());
      return sent.length === 1 ? status(503, { "retry-after": "1" }) : ok;
    });
    const caller = createCaller({ transport, host: { ...host, clock: early }, plugins: [retry()] });
    await settle(caller.call(read, { jobId: "j" }), host.clock);
    expect(sent[1]).toBeGreaterThanOrEqual(999.7);
    expect(sent).toHaveLength(2);
  });
});

describe("an abort", () => {
  test("during any wait ends the call at once and leaves nothing behind", async () => {
    for (const afterMs of [0, 1, 6_999, 8_000, 14_000]) {
      const host = fakeHost({ random: [0] });
      const controller = new AbortController();
      const transport = scriptedTransport(status(429, { "retry-after": "7" }));
      const caller = createCaller({ transport, host, plugins: [retry()], timeoutMs: Infinity });
      const call = watched(caller.call(read, { jobId: "j" }, { signal: controller.signal }));
      await host.clock.advance(afterMs);
      const sent = transport.requests.length;
      expect(call()).toBeUndefined();
      controller.abort(new Error("enough"));
      await host.clock.advance(0);
      const settled = call();
      expect(settled !== undefined && "error" in settled && named(settled.error)).toBe("ERR_ABORTED");
      expect(host.clock.pending).toBe(0);
      await host.clock.advance(60_000);
      expect(transport.requests).toHaveLength(sent);
    }
  });

  test("and the deadline during a request are not repeated", async () => {
    const host = fakeHost();
    const transport = scriptedTransport(({ signal }) => host.clock.sleep(1e9, signal).then(() => ok));
    const caller = createCaller({ transport, host, plugins: [retry()], timeoutMs: 5_000 });
    const settled = await settle(caller.call(read, { jobId: "j" }), host.clock);
    expect("error" in settled && named(settled.error)).toBe("ERR_DEADLINE");
    expect([transport.requests.length, host.clock.pending]).toEqual([1, 0]);
  });
});

describe("observers", () => {
  test("hear of each wait and of the end, with the status and never the body", async () => {
    const retries: RetryEvent[] = [];
    const ends: GiveUpEvent[] = [];
    const options = {
      attempts: 3,
      onRetry: (e: RetryEvent) => retries.push(e),
      onGiveUp: (e: GiveUpEvent) => ends.push(e),
    };
    await moments([status(429, { "retry-after": "2" }), reset, status(503)], { random: 0.5, retry: options });
    expect(retries).toEqual([
      { operation: "x.read", attempt: 1, failure: { status: 429 }, retryAfterMs: 2_000, delayMs: 2_100 },
      { operation: "x.read", attempt: 2, failure: reset, retryAfterMs: undefined, delayMs: 250 },
    ]);
    expect(ends).toEqual([
      { operation: "x.read", attempt: 3, failure: { status: 503 }, retryAfterMs: undefined, reason: "attempts" },
    ]);
  });

  test("hear why: no time, no budget", async () => {
    const reasons: string[] = [];
    const onGiveUp = ({ reason }: GiveUpEvent): number => reasons.push(reason);
    await moments([status(429, { "retry-after": "60" })], { timeoutMs: 1_000, retry: { onGiveUp } });
    await moments([status(503)], { retry: { onGiveUp, budget: 0 } });
    await moments([status(404)], { retry: { onGiveUp } });
    expect(reasons).toEqual(["deadline", "budget"]);
  });

  test("end the call with what they throw", async () => {
    const onRetry = (): never => {
      throw new Error("no more");
    };
    expect((await moments([status(503), ok], { retry: { onRetry } })).outcome).toBe("Error: no more");
  });
});

describe("options", () => {
  test("of one call are its own, and what they leave out is as the plugin has it", async () => {
    const host = fakeHost({ random: [0] });
    const transport = scriptedTransport(status(503));
    const caller = createCaller({ transport, host, plugins: [retry({ attempts: 3 })] });
    const sent = async (options: Parameters<typeof retryOptions>[0]): Promise<number> => {
      const before = transport.requests.length;
      await settle(caller.call(read, { jobId: "j" }, { context: [retryOptions(options)] }), host.clock);
      return transport.requests.length - before;
    };
    expect([await sent({ attempts: 1 }), await sent({ attempts: 2 }), await sent({ maxDelayMs: 5 })]).toEqual([
      1, 2, 3,
    ]);
  });

  test.each([
    { attempts: 0 },
    { attempts: 1.5 },
    { attempts: Infinity },
    { attempts: "4" },
    { delayMs: -1 },
    { throttledDelayMs: Number.NaN },
    { maxDelayMs: Infinity },
    { budget: -1 },
    { unsafe: "yes" },
    { onRetry: "log" },
    { onGiveUp: 7 },
  ])("that make no sense are refused, for the plugin and for a call: %j", async (bad) => {
    // What a program without types may pass.
    const options = bad as Parameters<typeof retry>[0];
    let thrown: unknown;
    try {
      retry(options);
    } catch (error) {
      thrown = error;
    }
    expect(isInvalidRequestError(thrown)).toBe(true);
    expect(String(thrown)).toMatch(new RegExp(`retry: ${Object.keys(bad)[0] ?? ""} must be `));

    const transport = scriptedTransport(ok);
    const call = createCaller({ transport, plugins: [retry()] }).call(
      read,
      { jobId: "j" },
      { context: [retryOptions(options ?? {})] },
    );
    expect(isInvalidRequestError(await call.catch((error: unknown) => error))).toBe(true);
    expect(transport.requests).toHaveLength(0);
  });
});

test("a thousand calls at a time each get their own answer, through throttling and broken connections", async () => {
  const host = fakeHost();
  const seen = new Map<string, number>();
  const transport = scriptedTransport(({ url }) => {
    const before = seen.get(url) ?? 0;
    seen.set(url, before + 1);
    if (before === 0) return status(429, { "retry-after": "3" });
    if (before === 1 && url.endsWith("0")) throw new TransportError("x", { code: "ERR_RESET" });
    return { ...ok, body: JSON.stringify({ url }) };
  });
  const caller = createCaller({ transport, host, plugins: [retry({ budget: 100 })], timeoutMs: Infinity });
  const row: Operation<string, { jobId: string }, { url: string }> = {
    id: "x.echo",
    method: "GET",
    path: "/jobs/{jobId}",
    repeat: "safe",
    status: 200,
    evidence: "documented",
  };
  const calls = Array.from({ length: 1_000 }, (_, at) => caller.call(row, { jobId: `j${at}` }));
  const settled = await settle(Promise.all(calls), host.clock);
  const urls =
    "value" in settled ? settled.value.map(({ url }) => url.slice(url.lastIndexOf("/") + 1)) : [settled.error];
  expect(urls).toEqual(Array.from({ length: 1_000 }, (_, at) => `j${at}`));
  expect(transport.requests).toHaveLength(2_100);
  expect(host.clock.pending).toBe(0);
});
