import { isTransportError } from "@graph-sync/core";
import { graphRequest } from "@graph-sync/testing";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { afterEach, describe, expect, test } from "vitest";

const original = globalThis.fetch;

afterEach(() => {
  globalThis.fetch = original;
});

describe("fetchTransport", () => {
  test("looks fetch up at each call, so that a later replacement is heard", async () => {
    const { send } = fetchTransport();
    globalThis.fetch = async () => new Response("first");
    expect((await send(graphRequest())).body).toBe("first");
    globalThis.fetch = async () => new Response("second");
    expect((await send(graphRequest())).body).toBe("second");
  });

  test("uses the function that it is given", async () => {
    const asked: unknown[] = [];
    const { send } = fetchTransport({
      fetch: async (input, init) => {
        asked.push(input, init?.redirect, init?.method);
        return new Response(null, { status: 204 });
      },
    });
    expect(await send(graphRequest({ method: "DELETE" }))).toMatchObject({ status: 204, body: "" });
    expect(asked).toEqual([graphRequest().url, "manual", "DELETE"]);
  });

  test("joins cookies, the one header that fetch gives more than once", async () => {
    const headers = new Headers([
      ["Set-Cookie", "a=1"],
      ["Set-Cookie", "b=2"],
      ["X-Many", "c"],
      ["X-Many", "d"],
    ]);
    const { send } = fetchTransport({ fetch: async () => new Response("{}", { headers }) });
    expect((await send(graphRequest())).headers).toMatchObject({ "set-cookie": "a=1, b=2", "x-many": "c, d" });
  });

  test("says so where the platform hides a redirect", async () => {
    const hidden = Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" });
    const { send } = fetchTransport({ fetch: async () => hidden });
    const error: unknown = await send(graphRequest()).catch((reason: unknown) => reason);
    expect(isTransportError(error) && [error.kind, error.code]).toEqual(["protocol", "ERR_REDIRECT"]);
  });

  test("names a failure of a fetch that it does not know", async () => {
    const { send } = fetchTransport({ fetch: () => Promise.reject(new TypeError("odd")) });
    const error: unknown = await send(graphRequest()).catch((reason: unknown) => reason);
    expect(isTransportError(error) && [error.code, error.sent, String(error.cause)]).toEqual([
      "ERR_NETWORK",
      "unknown",
      "TypeError: odd",
    ]);
  });
});
