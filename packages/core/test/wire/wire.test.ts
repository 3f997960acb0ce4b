import {
  checkHeaders,
  contentCodings,
  emptyHeaders,
  isInvalidRequestError,
  isTransportError,
  networkFailure,
  odata,
  odataString,
} from "@graph-sync/core";
import { describe, expect, test } from "vitest";

function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("checkHeaders", () => {
  test.each<Readonly<Record<string, string>>>([
    { accept: "application/json" },
    { "x-empty": "" },
    { "x-blank-inside": "a b\tc" },
    { "x-latin": "\u{e4}" },
    Object.assign(emptyHeaders(), { ["__proto__"]: "1" }),
  ])("lets %j through", (headers) => {
    expect(thrown(() => checkHeaders(headers))).toBe(undefined);
  });

  test("is linear: a value of a million blanks is judged at once", () => {
    expect(isInvalidRequestError(thrown(() => checkHeaders({ x: `a${" ".repeat(1_000_000)}` })))).toBe(true);
  });
});

describe("contentCodings", () => {
  test.each<readonly [string | undefined, readonly string[]]>([
    [undefined, []],
    ["", []],
    ["identity", []],
    ["GZip", ["gzip"]],
    ["x-gzip , br", ["gzip", "br"]],
  ])("%j", (header, codings) => {
    expect(contentCodings(header)).toEqual(codings);
  });

  test.each(["zstd", "gzip, zstd", "gzip br", "gzip, br, gzip", "__proto__", "constructor"])("refuses %j", (header) => {
    expect(isTransportError(thrown(() => contentCodings(header)))).toBe(true);
  });
});

describe("networkFailure", () => {
  const url = "https://graph.example/v1.0/x";
  const withCode = (code: string): Error => Object.assign(new Error("platform"), { code });
  const named = (error: unknown, facts: { answered: boolean; connected?: boolean }): readonly unknown[] => {
    const failure = networkFailure(error, { url, ...facts });
    return isTransportError(failure) ? [failure.kind, failure.code, failure.sent] : [failure];
  };

  test.each<readonly [unknown, readonly unknown[]]>([
    [withCode("ECONNREFUSED"), ["network", "ERR_REFUSED", "none"]],
    [new TypeError("fetch failed", { cause: withCode("ENOTFOUND") }), ["network", "ERR_DNS", "none"]],
    [new AggregateError([withCode("ECONNREFUSED"), withCode("ENETUNREACH")]), ["network", "ERR_REFUSED", "none"]],
    [withCode("CERT_HAS_EXPIRED"), ["tls", "ERR_TLS", "none"]],
    [withCode("ERR_TLS_CERT_ALTNAME_INVALID"), ["tls", "ERR_TLS", "none"]],
    [withCode("UND_ERR_SOCKET"), ["network", "ERR_RESET", "unknown"]],
    [withCode("constructor"), ["network", "ERR_NETWORK", "unknown"]],
    ["a string", ["network", "ERR_NETWORK", "unknown"]],
    [undefined, ["network", "ERR_NETWORK", "unknown"]],
  ])("names what happened before an answer: %s", (error, expected) => {
    expect(named(error, { answered: false })).toEqual(expected);
  });

  test.each<readonly [string, string]>([
    ["ECONNRESET", "ERR_TRUNCATED"],
    ["Z_BUF_ERROR", "ERR_TRUNCATED"],
    ["Z_DATA_ERROR", "ERR_DECODE"],
    ["ERR__ERROR_FORMAT_PADDING_1", "ERR_DECODE"],
  ])("names what happened inside an answer: %s", (code, expected) => {
    expect(named(withCode(code), { answered: true })[1]).toBe(expected);
  });

  test("believes a transport that knows whether it was connected", () => {
    expect(named(withCode("EPIPE"), { answered: false, connected: false })[2]).toBe("none");
    expect(named(withCode("ETIMEDOUT"), { answered: false, connected: true })[2]).toBe("unknown");
  });

  test("ends on a cause that is its own cause", () => {
    const loop = new Error("loop");
    loop.cause = loop;
    expect(named(loop, { answered: false })[1]).toBe("ERR_NETWORK");
  });
});

describe("odata", () => {
  test("makes a literal of each value, by its type", () => {
    const since = new Date(Date.UTC(2026, 0, 2));
    expect(
      odata`jobId eq ${"O'Neil' or 1 eq 1"} and activityDateTime gt ${since} and a lt ${-1.5} or b eq ${null}`,
    ).toBe(
      "jobId eq 'O''Neil'' or 1 eq 1' and activityDateTime gt 2026-01-02T00:00:00.000Z and a lt -1.5 or b eq null",
    );
    expect(odata`accountEnabled eq ${true}`).toBe("accountEnabled eq true");
  });

  test.each([undefined, Number.NaN, Infinity, new Date(Number.NaN), {}, ["a"], "a\n"])("refuses %j", (value) => {
    // What a program without types may pass.
    expect(isInvalidRequestError(thrown(() => odata`a eq ${value as string}`))).toBe(true);
  });
});

describe("odataString", () => {
  test("doubles quotes, so that a literal cannot end early", () => {
    expect(odataString("O'Neil' or 1 eq 1")).toBe("'O''Neil'' or 1 eq 1'");
  });

  test("refuses control characters", () => {
    expect(isInvalidRequestError(thrown(() => odataString("a\0")))).toBe(true);
  });
});
