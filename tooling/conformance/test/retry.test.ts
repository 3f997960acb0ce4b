import {
  createCaller,
  customCloud,
  isGraphServiceError,
  type Operation,
  type Plugins,
  type Transport,
} from "@graph-sync/core";
import { retry, throttle } from "@graph-sync/plugin-retry";
import { type Answer, type FakeHost, fakeHost, type LoopbackServer, loopbackServer } from "@graph-sync/testing";
import { afterEach, describe, expect, test } from "vitest";
import { transports } from "./transports.ts";

type Row = Operation<string, object, object>;

const read: Row = row("x.read", "GET", "safe");
const write: Row = row("x.write", "PUT", "idempotent");
const create: Row = row("x.create", "POST", "never");
const remove: Row = { ...row("x.remove", "DELETE", "idempotent"), status: 204 };

function row(id: string, method: Row["method"], repeat: Row["repeat"]): Row {
  return { id, method, path: "/x", repeat, status: 200, evidence: "documented" };
}

/** A client of a server on loopback, whose clock is the test's. */
interface Connection {
  readonly host: FakeHost;
  readonly server: LoopbackServer;
  /** Calls, and moves the clock until the call has ended; gives the milliseconds that passed on it. */
  call(
    row: Row,
    options?: { timeoutMs?: number },
  ): Promise<{ readonly value?: unknown; readonly error?: unknown; readonly ms: number }>;
}

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function connect(
  make: () => Transport,
  answer: Answer,
  plugins: Plugins = [retry(), throttle()],
): Promise<Connection> {
  const server = await loopbackServer(answer);
  const host = fakeHost({ random: [0] });
  const caller = createCaller({ transport: make(), host, plugins, cloud: customCloud({ graphOrigin: server.origin }) });
  closing.push(async () => {
    await caller.close();
    await server.close();
  });
  return {
    host,
    server,
    async call(row, { timeoutMs = 100_000 } = {}) {
      const began = host.clock.monotonic();
      const body = row.method === "GET" || row.method === "DELETE" ? {} : { body: { a: 1 } };
      const call = caller.call(row, body, { timeoutMs });
      const isSettled = settling(call);
      // Real sockets beside a clock that stands still: time passes only while a pause is all there is to wait for.
      for (let turn = 0; !isSettled(); turn += 1) {
        if (turn === 2_000) throw new Error("The call did not end.");
        await new Promise((resolve) => setTimeout(resolve, 2));
        if (!isSettled() && host.clock.pending > 1) await host.clock.advance(100);
      }
      const ms = host.clock.monotonic() - began;
      return call.then(
        (value) => ({ value, ms }),
        (error: unknown) => ({ error, ms }),
      );
    },
  };
}

/** Tells whether a call has ended. */
function settling(call: Promise<unknown>): () => boolean {
  let settled = false;
  const settle = (): void => void (settled = true);
  call.then(settle, settle);
  return () => settled;
}

/** Answers in turn, the last one for ever. */
function inTurn(...answers: readonly string[]): Answer {
  let count = 0;
  return ({ headers }, socket) => {
    const answer = answers[Math.min(count, answers.length - 1)] ?? "";
    count += 1;
    if (answer === "reset") socket.resetAndDestroy();
    else socket.write(answer.replace("<id>", headers["client-request-id"] ?? ""));
  };
}

function http(status: string, headers: readonly string[] = [], body = "{}"): string {
  const length = status.startsWith("204") ? [] : [`Content-Length: ${body.length}`];
  return [
    `HTTP/1.1 ${status}`,
    "client-request-id: <id>",
    ...length,
    ...headers,
    "",
    status.startsWith("204") ? "" : body,
  ].join("\r\n");
}

const fine = http("200 OK", [], '{"id":"1"}');
const down = http("503 Service Unavailable");

describe.each(transports)("over %s", (_, make) => {
  test("a read that met a 503 is sent again and answered", async () => {
    const { server, call } = await connect(make, inTurn(down, fine));
    expect(await call(read)).toMatchObject({ value: { id: "1" } });
    expect(server.requests.map(({ headers }) => headers["retry-attempt"])).toEqual([undefined, "1"]);
    expect(new Set(server.requests.map(({ headers }) => headers["client-request-id"])).size).toBe(2);
  });

  test("a write that must not be repeated is sent once, whatever befalls it", async () => {
    for (const answer of [down, http("503 Service Unavailable", ["Retry-After: 0"]), "reset"]) {
      const { server, call } = await connect(make, inTurn(answer, fine));
      expect((await call(create)).error).toBeDefined();
      expect(server.requests).toHaveLength(1);
    }
  });

  test("but it is sent again after a 429, which refused it before any work", async () => {
    const { server, call } = await connect(make, inTurn(http("429 Too Many Requests", ["Retry-After: 1"]), fine));
    expect(await call(create)).toMatchObject({ value: { id: "1" } });
    expect(server.requests.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
  });

  test("Retry-After is waited for, in seconds and as a date", async () => {
    const date = ["Date: Sat, 15 Aug 2026 12:00:00 GMT", "Retry-After: Sat, 15 Aug 2026 12:00:07 GMT"];
    for (const headers of [["Retry-After: 7"], date]) {
      const { call, server } = await connect(make, inTurn(http("503 Service Unavailable", headers), fine));
      const { ms } = await call(read);
      expect(server.requests).toHaveLength(2);
      expect(ms).toBeGreaterThanOrEqual(7_000);
      expect(ms).toBeLessThan(7_700);
    }
  });

  test.each(["garbage", "0", "-5", "Thu, 01 Jan 2015 00:00:00 GMT"])(
    "Retry-After: %s makes no hot loop",
    async (value) => {
      const answer = inTurn(http("429 Too Many Requests", [`Retry-After: ${value}`]));
      const { server, call } = await connect(make, answer, [retry({ throttledDelayMs: 1_000 })]);
      const { error } = await call(read);
      expect(isGraphServiceError(error) && [error.status, error.retryAfterMs]).toEqual([429, undefined]);
      expect(server.requests).toHaveLength(4);
    },
  );

  test("a wait longer than the call may take fails it at once and says how long", async () => {
    const { server, call } = await connect(make, inTurn(http("429 Too Many Requests", ["Retry-After: 99999999"])));
    const { error, ms } = await call(read);
    expect(isGraphServiceError(error) && error.retryAfterMs).toBe(99_999_999_000);
    expect([server.requests.length, ms]).toEqual([1, 0]);
  });

  test("a DELETE that was done unseen, and then finds nothing, has succeeded", async () => {
    const { server, call } = await connect(make, inTurn("reset", http("404 Not Found")));
    expect(await call(remove)).toEqual({ value: undefined, ms: expect.any(Number) as number });
    expect(server.requests).toHaveLength(2);
  });

  test("an idempotent write goes out again, whole, after a reset connection", async () => {
    const { server, call } = await connect(make, inTurn("reset", "reset", fine));
    expect(await call(write)).toMatchObject({ value: { id: "1" } });
    expect(server.requests.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}', '{"a":1}']);
  });

  test("a 429 of one call holds back the next one", async () => {
    const { server, call } = await connect(make, inTurn(http("429 Too Many Requests", ["Retry-After: 5"]), fine), [
      throttle(),
    ]);
    expect((await call(read)).error).toBeDefined();
    const { value, ms } = await call(read);
    expect(value).toEqual({ id: "1" });
    expect(ms).toBeGreaterThanOrEqual(5_000);
    expect(server.requests).toHaveLength(2);
  });
});
