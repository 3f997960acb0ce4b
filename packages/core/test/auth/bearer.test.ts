import { inspect } from "node:util";
import {
  bearer,
  bearerFrom,
  createClient,
  isAuthError,
  isInvalidRequestError,
  isTransportError,
  type TokenCallback,
} from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { answering, json, rejection } from "../answering.ts";

const notTokens: readonly unknown[] = [
  "",
  "Bearer abc",
  "bearer abc",
  "a b",
  "a\nb",
  '"abc"',
  "abc\u{e4}",
  undefined,
  null,
  7,
  {},
];

describe("bearer", () => {
  test("sends the token with every request", async () => {
    const transport = answering(() => json({}));
    await createClient({ transport, plugins: [bearer("abc.DEF-_~+/==")] })
      .applications("1")
      .synchronization.get();
    expect(transport.requests[0]?.headers["authorization"]).toBe("Bearer abc.DEF-_~+/==");
  });

  test.each(notTokens)("refuses what cannot be a token: %j", (token) => {
    // What a program without types may pass.
    expect(() => bearer(token as string)).toThrow(expect.objectContaining({ name: "InvalidRequestError" }) as Error);
  });

  test("never shows a token, neither in an error nor when the plugin is printed", () => {
    const printed: string[] = [];
    try {
      bearer("CANARY-4711\n");
    } catch (error) {
      printed.push(inspect(error));
    }
    printed.push(inspect(bearer("CANARY-4711"), { depth: 9, showHidden: true }));
    expect(printed).toHaveLength(2);
    expect(printed.join()).not.toContain("CANARY");
  });
});

describe("bearerFrom", () => {
  test("asks its callback on every call", async () => {
    let asked = 0;
    const transport = answering(() => json({}));
    const sync = createClient({ transport, plugins: [bearerFrom(() => `t${++asked}`)] }).applications(
      "1",
    ).synchronization;
    await sync.get();
    await sync.get();
    expect(transport.requests.map(({ headers }) => headers["authorization"])).toEqual(["Bearer t1", "Bearer t2"]);
  });

  test.each<readonly [string, TokenCallback]>([
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
    ["rejects", () => Promise.reject(new Error("no"))],
    ["gives nothing", () => ""],
    ["gives undefined", () => undefined as unknown as string],
    ["gives a token with a line break", async () => "a\nb"],
  ])("sends nothing where the callback %s", async (_, source) => {
    const transport = answering(() => json({}));
    const error = await rejection(
      createClient({ transport, plugins: [bearerFrom(source)] })
        .applications("1")
        .synchronization.get(),
    );
    expect(isAuthError(error)).toBe(true);
    expect(transport.requests).toEqual([]);
  });

  test("ends with the call, even where the callback does not listen", async () => {
    const transport = answering(() => json({}));
    const graph = createClient({
      transport,
      plugins: [bearerFrom(() => new Promise<string>(() => undefined))],
      timeoutMs: 10,
    });
    const error = await rejection(graph.applications("1").synchronization.get());
    expect(isTransportError(error) && [error.code, error.sent]).toEqual(["ERR_DEADLINE", "none"]);
  });

  test("refuses a token where a callback belongs", () => {
    let error: unknown;
    try {
      bearerFrom("abc" as unknown as TokenCallback);
    } catch (thrown) {
      error = thrown;
    }
    expect(isInvalidRequestError(error)).toBe(true);
  });
});
