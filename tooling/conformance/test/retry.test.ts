import { isGraphServiceError } from "@graph-sync/core";
import { retry, throttle } from "@graph-sync/plugin-retry";
import { answered, cut, inTurn } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { connect } from "./faults/connect.ts";
import { create, read, remove, write } from "./faults/rows.ts";
import { transports } from "./transports.ts";

const fine = answered({ body: { id: "1" } });
const down = answered({ status: "503 Service Unavailable", body: {} });
const downFor = (...headers: readonly string[]): typeof down =>
  answered({ status: "503 Service Unavailable", headers, body: {} });
const busyFor = (value: string): typeof down =>
  answered({ status: "429 Too Many Requests", headers: [`Retry-After: ${value}`], body: {} });
const reset = cut("before headers");

describe.each(transports)("over %s", (_, make) => {
  test("a read that met a 503 is sent again and answered", async () => {
    const { server, call } = await connect(make, inTurn(down, fine));
    expect(await call(read)).toMatchObject({ value: { id: "1" } });
    expect(server.requests.map(({ headers }) => headers["retry-attempt"])).toEqual([undefined, "1"]);
    expect(new Set(server.requests.map(({ headers }) => headers["client-request-id"])).size).toBe(2);
  });

  test("a write that must not be repeated is sent once, whatever befalls it", async () => {
    for (const answer of [down, downFor("Retry-After: 0"), reset]) {
      const { server, call } = await connect(make, inTurn(answer, fine));
      expect((await call(create)).error).toBeDefined();
      expect(server.requests).toHaveLength(1);
    }
  });

  test("but it is sent again after a 429, which refused it before any work", async () => {
    const { server, call } = await connect(make, inTurn(busyFor("1"), fine));
    expect(await call(create)).toMatchObject({ value: { id: "1" } });
    expect(server.requests.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
  });

  test("Retry-After is waited for, in seconds and as a date", async () => {
    const date = ["Date: Sat, 15 Aug 2026 12:00:00 GMT", "Retry-After: Sat, 15 Aug 2026 12:00:07 GMT"];
    for (const headers of [["Retry-After: 7"], date]) {
      const { call, server } = await connect(make, inTurn(downFor(...headers), fine));
      const { ms } = await call(read);
      expect(server.requests).toHaveLength(2);
      expect(ms).toBeGreaterThanOrEqual(7_000);
      expect(ms).toBeLessThan(7_700);
    }
  });

  test.each(["garbage", "0", "-5", "Thu, 01 Jan 2015 00:00:00 GMT"])(
    "Retry-After: %s makes no hot loop",
    async (value) => {
      const { server, call } = await connect(make, busyFor(value), { plugins: [retry({ throttledDelayMs: 1_000 })] });
      const { error } = await call(read);
      expect(isGraphServiceError(error) && [error.status, error.retryAfterMs]).toEqual([429, undefined]);
      expect(server.requests).toHaveLength(4);
    },
  );

  test("a wait longer than the call may take fails it at once and says how long", async () => {
    const { server, call } = await connect(make, busyFor("99999999"));
    const { error, ms } = await call(read);
    expect(isGraphServiceError(error) && error.retryAfterMs).toBe(99_999_999_000);
    expect([server.requests.length, ms]).toEqual([1, 0]);
  });

  test("a DELETE that was done unseen, and then finds nothing, has succeeded", async () => {
    const { server, call } = await connect(make, inTurn(reset, answered({ status: "404 Not Found" })));
    expect(await call(remove)).toEqual({ value: undefined, ms: expect.any(Number) as number });
    expect(server.requests).toHaveLength(2);
  });

  test("an idempotent write goes out again, whole, after a reset connection", async () => {
    const { server, call } = await connect(make, inTurn(reset, reset, fine));
    expect(await call(write)).toMatchObject({ value: { id: "1" } });
    expect(server.requests.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}', '{"a":1}']);
  });

  test("a 429 of one call holds back the next one", async () => {
    const { server, call } = await connect(make, inTurn(busyFor("5"), fine), { plugins: [throttle()] });
    expect((await call(read)).error).toBeDefined();
    const { value, ms } = await call(read);
    expect(value).toEqual({ id: "1" });
    expect(ms).toBeGreaterThanOrEqual(5_000);
    expect(server.requests).toHaveLength(2);
  });
});
