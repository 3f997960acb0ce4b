import { clouds, isAuthError, isInvalidRequestError, TransportError } from "@graph-sync/core";
import { authorityError, authorityRedirect, fakeHost, type FakeHost, scriptedTransport } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { connect, rejection } from "./app.ts";

const minute = 60_000;
/** A body as the authority would send it, with some of its members changed. */
const granted = (more: object) => ({
  status: 200,
  body: { token_type: "Bearer", access_token: "t0ken", expires_in: 3600, ...more },
});

/** Moves the clock until a promise has settled, and gives what it rejects with. */
async function outcome(host: FakeHost, promise: Promise<unknown>, ms: number): Promise<unknown> {
  const settled = rejection(promise);
  await host.clock.advance(ms);
  return settled;
}

describe("a failure", () => {
  test.each<readonly [string, number, string, readonly number[]]>([
    ["429", 429, "temporarily_unavailable", []],
    ["503", 503, "server_error", []],
    ["the word for it", 400, "temporarily_unavailable", []],
    ...[90006, 90012, 90024, 90033, 90055, 90090].map(
      (code) => [`AADSTS${code}`, 400, "invalid_request", [code]] as const,
    ),
  ])("that Entra calls a passing one (%s) is tried again", async (_, status, error, codes) => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(authorityError(status, error, codes), authorityError(status, error, codes));
    expect(await outcome(host, token(), minute)).toBe(undefined);
    expect(authority.requests).toHaveLength(3);
  });

  test("of that kind is tried twice more and no oftener, and the error says that it may pass", async () => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(...Array.from({ length: 9 }, () => authorityError(503, "server_error")));
    const error = await outcome(host, token(), minute);
    expect(isAuthError(error) && error.retryable).toBe(true);
    expect(authority.requests).toHaveLength(3);
    expect(host.clock.pending).toBe(0);
  });

  test.each<readonly [number, string, number]>([
    [401, "invalid_client", 7000215],
    [401, "invalid_client", 7000222],
    [400, "unauthorized_client", 700016],
    [400, "invalid_request", 90002],
    [400, "invalid_request", 90038],
    [400, "invalid_grant", 50196],
    [400, "invalid_grant", 53003],
    [500, "invalid_client", 700027],
  ])("that somebody has to mend (%s %s AADSTS%s) is not, and the error says how", async (status, error, code) => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(authorityError(status, error, [code]));
    const failure = await outcome(host, token(), minute);
    expect(isAuthError(failure) && failure).toMatchObject({ error, codes: [code], retryable: false });
    expect(isAuthError(failure) && failure.message).toMatch(/AADSTS\d+\. [A-Z].{20}/);
    expect(authority.requests).toHaveLength(1);
  });

  test("names the ids that support asks for, and Entra's own sentence without control characters", async () => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    const body = {
      error: "invalid_client",
      error_description: "AADSTS7000215: Bad\u001b[31m secret.\u202e Trace ID: aaa Correlation ID: bbb",
      error_codes: [7000215],
      trace_id: "aaa",
      correlation_id: "bbb",
    };
    authority.script({ status: 401, body });
    const error = await outcome(host, token(), minute);
    expect(isAuthError(error) && error).toMatchObject({ traceId: "aaa", correlationId: "bbb" });
    expect(isAuthError(error) && error.message).toContain("Entra says: Bad [31m secret. (trace id aaa)");
  });

  test.each([
    ["HTML", "<html>Bad gateway</html>"],
    ["nothing", ""],
    ["odd members", JSON.stringify({ error: { code: "x" }, error_codes: "no", trace_id: "a\nb" })],
  ])("whose body is %s is still an error with a status", async (_, body) => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script({ status: 400, body });
    const error = await outcome(host, token(), minute);
    expect(isAuthError(error) && error).toMatchObject({ error: undefined, codes: [], traceId: undefined });
    expect(String(error)).toContain("status 400");
  });

  test("says how wrong this machine's clock is, where that is why an assertion is refused", async () => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    const date = new Date(host.clock.now() - 20 * minute).toUTCString();
    authority.script(authorityError(401, "invalid_client", [700024], { date }));
    expect(String(await outcome(host, token(), minute))).toContain("20 minutes fast");
  });
});

describe("Retry-After", () => {
  test("is waited for", async () => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(authorityError(429, "temporarily_unavailable", [], { "retry-after": "10" }));
    const waiting = rejection(token());
    await host.clock.advance(9_999);
    expect(authority.requests).toHaveLength(1);
    await host.clock.advance(1_500);
    expect(await waiting).toBe(undefined);
  });

  test("that outlasts the deadline ends the request at once, and is on the error", async () => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(authorityError(429, "temporarily_unavailable", [], { "retry-after": "99999999" }));
    const error = await outcome(host, token(), 0);
    expect(isAuthError(error) && error).toMatchObject({ retryable: true, retryAfterMs: 99_999_999_000 });
  });
});

describe("a request", () => {
  test("ends after 30 seconds, whatever stalls", async () => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script("stall");
    const pending = rejection(token());
    await host.clock.advance(29_999);
    expect(host.clock.pending).toBe(1);
    await host.clock.advance(1);
    expect(String(await pending)).toContain("within 30000 ms (timeoutMs)");
    expect(host.clock.pending).toBe(0);
  });

  test("ends at once when its signal is aborted, also while it waits to try again", async () => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(authorityError(503, "server_error", [], { "retry-after": "20" }));
    const controller = new AbortController();
    const pending = rejection(token({ signal: controller.signal }));
    await host.clock.advance(1_000);
    controller.abort(new Error("enough"));
    expect(String(await pending)).toBe("Error: enough");
    expect(host.clock.pending).toBe(0);
  });

  test.each([301, 302, 307, 308])("follows no redirect (%s)", async (status) => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(authorityRedirect("https://evil.example.com/token", status));
    const error = await outcome(host, token(), minute);
    expect(isAuthError(error) && error).toMatchObject({ retryable: false });
    expect(String(error)).toContain("redirect");
    expect(authority.requests).toHaveLength(1);
  });

  test("takes no answer of more than 1 MiB", async () => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(granted({ padding: "x".repeat(1024 * 1024) }));
    expect(String(await outcome(host, token(), minute))).toContain("more than 1048576 bytes");
  });

  test("carries an id that the answer must repeat, a new one each time", async () => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(authorityError(503, "server_error"));
    await outcome(host, token(), minute);
    const ids = authority.requests.map(({ headers }) => headers["client-request-id"]);
    expect(new Set(ids).size).toBe(2);
    expect(authority.requests[0]?.headers["return-client-request-id"]).toBe("true");
  });

  test.each([
    ["a connection that broke", new TransportError("broke", { code: "ERR_RESET" }), 3, true],
    ["another request's answer", new TransportError("mixed up", { code: "ERR_RESPONSE_DESYNC" }), 3, true],
    ["a bad certificate", new TransportError("expired", { code: "ERR_TLS" }), 1, false],
  ] as const)(
    "without an answer, for %s, is an error whose cause is the transport's",
    async (_, cause, count, retryable) => {
      const host = fakeHost();
      const transport = scriptedTransport(cause);
      const { token } = connect(host, {}, () => transport);
      const error = await outcome(host, token(), minute);
      expect(isAuthError(error) && error).toMatchObject({ retryable, cause });
      expect(transport.requests).toHaveLength(count);
    },
  );
});

describe("a token", () => {
  test.each<readonly [string, object, number]>([
    ["a number", { expires_in: 3599 }, 3_599_000],
    ["text", { expires_in: "3599" }, 3_599_000],
    ["a day, as a revocable one has", { expires_in: 86_400 }, 86_400_000],
    ["far too much", { expires_in: 1e12 }, 28 * 3_600_000],
  ])("whose time is %s expires then, counted from when it was asked for", async (_, body, lifeMs) => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(granted(body));
    expect(await token()).toEqual({ token: "t0ken", expiresAt: host.clock.now() + lifeMs });
  });

  test.each<readonly [string, object]>([
    ["no time", { expires_in: undefined }],
    ["no time left", { expires_in: 0 }],
    ["a time in the past", { expires_in: -1 }],
    ["a time that is none", { expires_in: "soon" }],
    ["another type", { token_type: "pop" }],
    ["a type that needs a key of its own", { token_type: "DPoP" }],
    ["no token", { access_token: undefined }],
  ])("with %s is refused by an error that does not show it", async (_, body) => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(granted(body));
    const error = await outcome(host, token(), minute);
    expect(isAuthError(error) && error.message).toContain("no usable token");
    expect(isAuthError(error) && error.cause).toBe(undefined);
    expect(String(error)).not.toContain("t0ken");
  });

  test.each<readonly [unknown, number | undefined]>([
    [1_800, 1_800_000],
    ["1800", 1_800_000],
    [9_999, undefined],
    [-1, undefined],
    ["soon", undefined],
  ])("that is to be renewed after %j seconds says so where that can be", async (seconds, afterMs) => {
    const host = fakeHost();
    const { authority, token } = connect(host);
    authority.script(granted({ refresh_in: seconds }));
    const expected = afterMs === undefined ? undefined : host.clock.now() + afterMs;
    expect((await token()).refreshAt).toBe(expected);
  });
});

describe("claims", () => {
  test("are left as they are without continuous access", async () => {
    const host = fakeHost();
    const { authority, token } = connect(host, { continuousAccess: false });
    await token();
    await token({ claims: '{"access_token":{}}' });
    expect(authority.issued.map(({ claims }) => claims)).toEqual([undefined, '{"access_token":{}}']);
  });

  test.each(["", "[]", "no JSON"])("that are no JSON object (%j) are refused", async (claims) => {
    const { authority, token } = connect(fakeHost());
    expect(isInvalidRequestError(await rejection(token({ claims })))).toBe(true);
    expect(authority.requests).toEqual([]);
  });
});

describe("clouds", () => {
  test.each(Object.values(clouds))(
    "$name has its authority, and gives no tokens for another one's Graph",
    async (own) => {
      const { app, token } = connect(fakeHost(), { cloud: own });
      expect(app.server.token_endpoint?.startsWith(`${own.authority}/`)).toBe(true);
      expect(await rejection(token({ scopes: [own.scope] }))).toBe(undefined);
      const other = Object.values(clouds).find(({ authority }) => authority !== own.authority);
      const error = await rejection(token({ scopes: [other?.scope ?? ""] }));
      expect(String(error)).toContain(`clouds.${other?.name ?? "?"}`);
    },
  );

  test("a record that nobody checked is checked", () => {
    const cloud = { ...clouds.usGov, authority: "http://login.example.com" };
    expect(() => connect(fakeHost(), { cloud })).toThrow();
  });
});
