import { inspect } from "node:util";
import { createClient, type GraphServiceError, isGraphError, isGraphServiceError } from "@graph-sync/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answering, json, rejection, text } from "../answering.ts";

async function failure(
  body: string,
  status = 400,
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphServiceError> {
  const transport = answering(() => text(body, status, headers));
  const error = await rejection(createClient({ transport }).servicePrincipals("1").synchronization.get());
  if (!isGraphServiceError(error)) throw new Error("expected a GraphServiceError", { cause: error });
  return error;
}

describe("a failed answer becomes a GraphServiceError", () => {
  test("with codes, ids and words of Graph's envelope", async () => {
    const error = await failure(
      JSON.stringify({
        error: {
          code: "Request_ResourceNotFound",
          message: "Resource 'x' does not exist.",
          innerError: { date: "2026-01-02T03:04:05", "request-id": "r1", "client-request-id": "c1" },
        },
      }),
      404,
    );
    expect(error).toMatchObject({
      status: 404,
      code: "Request_ResourceNotFound",
      codes: ["Request_ResourceNotFound"],
      serviceMessage: "Resource 'x' does not exist.",
      date: "2026-01-02T03:04:05",
      requestId: "r1",
      clientRequestId: "c1",
      operation: "synchronization.get",
      ambiguous: false,
    });
    expect(error.message).toBe(
      "synchronization.get: Graph answered 404 Request_ResourceNotFound. Resource 'x' does not exist. (request-id r1)",
    );
  });

  test.each<readonly [string, string, readonly string[], string]>([
    [
      "nested codes",
      '{"error":{"code":"a","message":"m","innerError":{"code":"b","innererror":{"code":"c"}}}}',
      ["a", "b", "c"],
      "m",
    ],
    [
      "a number for a code",
      '{"error":{"code":"TooManyRequests","message":"m","innerError":{"code":429}}}',
      ["TooManyRequests", "429"],
      "m",
    ],
    ["a string for an error", '{"error":"invalid_client","error_description":"why"}', ["invalid_client"], "why"],
    [
      "a backend's error inside the message",
      JSON.stringify({
        error: { code: "UnknownError", message: '{"error":{"code":"InvalidNotificationSettings","message":null}}' },
      }),
      ["UnknownError", "InvalidNotificationSettings"],
      "",
    ],
    [
      "a backend's capital Message inside the message",
      JSON.stringify({ error: { code: "UnknownError", message: '{"Message":"No HTTP resource was found."}' } }),
      ["UnknownError"],
      "No HTTP resource was found.",
    ],
    ["a mute error", '{"error":{"code":"UnknownError","message":""}}', ["UnknownError"], ""],
    ["HTML", "<html><h1>Bad gateway</h1></html>", [], ""],
    ["nothing", "", [], ""],
    ["null", "null", [], ""],
    ["a list", "[1]", [], ""],
    ["null for an error", '{"error":null}', [], ""],
    ["half an object", '{"error":{"code":', [], ""],
  ])("whatever the shape of its body: %s", async (_, body, codes, message) => {
    const error = await failure(body, 500);
    expect([error.codes, error.serviceMessage]).toEqual([codes, message]);
    const specific = codes.findLast((code) => code !== "UnknownError" && code !== "429") ?? codes.at(-1);
    expect(error.code).toBe(specific);
  });

  test("whose code is a word where there is one, and a number where there is none", async () => {
    const throttled = { code: "TooManyRequests", message: "Please retry again later.", innerError: { code: "429" } };
    expect((await failure(JSON.stringify({ error: throttled }), 429)).code).toBe("TooManyRequests");
    expect((await failure('{"error":{"code":"5000225"}}')).code).toBe("5000225");
  });

  test("from any body at all, and never with a TypeError", async () => {
    const envelope = fc.record({ error: fc.anything() });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          envelope.map((e) => JSON.stringify(e, bigintless)),
        ),
        async (body) => {
          expect((await failure(body, 503)).status).toBe(503);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("from a body that is nested without end", async () => {
    const deep = `${'{"error":'.repeat(20_000)}1${"}".repeat(20_000)}`;
    const inner = `{"error":${'{"code":"x","innerError":'.repeat(5_000)}{}${"}".repeat(5_000)}}`;
    expect((await failure(deep)).codes).toEqual([]);
    expect((await failure(inner)).codes).toHaveLength(16);
  });

  test("also from a redirect, which nobody followed", async () => {
    expect((await failure("", 302, { location: "https://elsewhere.example" })).status).toBe(302);
  });

  test("whose headers are there, but not in what a log prints", async () => {
    const error = await failure("", 429, { "retry-after": "7", "set-cookie": "CANARY" });
    expect(error.headers["retry-after"]).toBe("7");
    expect(`${inspect(error, { depth: 9 })}${JSON.stringify(error)}`).not.toContain("CANARY");
  });

  test.each([
    [{ "retry-after": "7" }, 7_000],
    [{ "retry-after": "Thu, 01 Jan 2026 00:01:00 GMT", date: "Thu, 01 Jan 2026 00:00:00 GMT" }, 60_000],
    [{ "retry-after": "soon" }, undefined],
    [{}, undefined],
  ])("with the time that the service asks for: %j", async (headers, retryAfterMs) => {
    expect((await failure("", 429, headers)).retryAfterMs).toBe(retryAfterMs);
  });

  test("that is known by its brand, as another copy of this package would make it", () => {
    const foreign = Object.defineProperty(new Error("x"), Symbol.for("graph-sync.error"), {
      value: "GraphServiceError",
    });
    expect([isGraphError(foreign), isGraphServiceError(foreign), isGraphError(foreign, "TransportError")]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isGraphError(new Error("x")), isGraphError(null), isGraphError("x")]).toEqual([false, false, false]);
  });
});

test("what the service says is cut at 4,096 characters", async () => {
  const error = await failure(JSON.stringify({ error: { code: "x", message: "y".repeat(10_000) } }));
  expect(error.serviceMessage).toHaveLength(4096);
});

test("a success is no failure", async () => {
  const transport = answering(() => json({}, 206));
  expect(await createClient({ transport }).servicePrincipals("1").synchronization.get()).toEqual({});
});

function bigintless(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
