import { mayRepeat, type Operation, type Repeat, TransportError, type TransportErrorCode } from "@graph-sync/core";
import { describe, expect, test } from "vitest";

function operation(repeat: Repeat): Operation<string, object, void> {
  return {
    id: "x",
    method: repeat === "safe" ? "GET" : "POST",
    path: "/x",
    repeat,
    status: 204,
    evidence: "documented",
  };
}

function error(code: TransportErrorCode, sent: "none" | "unknown"): TransportError {
  return new TransportError("x", { code, sent });
}

/** The rule as a table: what failed, and whether safe, idempotent and never-repeated operations may be sent again. */
const rule: readonly (readonly [string, Parameters<typeof mayRepeat>[1], boolean, boolean, boolean])[] = [
  ["429: refused before any work", { status: 429 }, true, true, true],
  ["408", { status: 408 }, true, true, false],
  ["500", { status: 500 }, true, true, false],
  ["502", { status: 502 }, true, true, false],
  ["503", { status: 503 }, true, true, false],
  ["504", { status: 504 }, true, true, false],
  ["400", { status: 400 }, false, false, false],
  ["401", { status: 401 }, false, false, false],
  ["404", { status: 404 }, false, false, false],
  ["409", { status: 409 }, false, false, false],
  ["501", { status: 501 }, false, false, false],
  ["302", { status: 302 }, false, false, false],
  ["refused, nothing sent", error("ERR_REFUSED", "none"), true, true, true],
  ["reset, fate unknown", error("ERR_RESET", "unknown"), true, true, false],
  ["cut short", error("ERR_TRUNCATED", "unknown"), true, true, false],
  ["no connection in time", error("ERR_CONNECT_TIMEOUT", "none"), true, true, true],
  ["no headers in time", error("ERR_HEADERS_TIMEOUT", "unknown"), true, true, false],
  ["another request's answer", error("ERR_RESPONSE_DESYNC", "unknown"), true, true, false],
  ["damaged body", error("ERR_DECODE", "unknown"), true, true, false],
  ["unknown coding", error("ERR_ENCODING", "unknown"), false, false, false],
  ["hidden redirect", error("ERR_REDIRECT", "unknown"), false, false, false],
  ["deadline", error("ERR_DEADLINE", "none"), false, false, false],
  ["aborted", error("ERR_ABORTED", "none"), false, false, false],
  ["bad certificate", error("ERR_TLS", "none"), false, false, false],
  ["too large", error("ERR_TOO_LARGE", "unknown"), false, false, false],
];

describe("what may be sent again", () => {
  test.each(rule)("%s", (_, failure, safe, idempotent, never) => {
    expect([
      mayRepeat(operation("safe"), failure),
      mayRepeat(operation("idempotent"), failure),
      mayRepeat(operation("never"), failure),
    ]).toEqual([safe, idempotent, never]);
  });
});
