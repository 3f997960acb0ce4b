import { retryAfterMs } from "@graph-sync/core";
import fc from "fast-check";
import { expect, test } from "vitest";

const now = Date.UTC(2026, 0, 1);
const clock = { now: () => now };

test.each<readonly [string, number | undefined]>([
  ["1", 1_000],
  ["007", 7_000],
  ["120", 120_000],
  ["9999999999", 9_999_999_999_000],
  ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
  ["Thu, 31 Dec 2026 23:59:59 GMT", 31_535_999_000],
  // At once, or before: the caller's own backoff holds.
  ["0", undefined],
  ["0000000000", undefined],
  ["Thu, 01 Jan 2026 00:00:00 GMT", undefined],
  ["Sun, 06 Nov 1994 08:49:37 GMT", undefined],
  // Neither form.
  ["", undefined],
  ["99999999999", undefined],
  ["-5", undefined],
  ["+5", undefined],
  ["1.5", undefined],
  ["1e3", undefined],
  ["0x10", undefined],
  ["5 ", undefined],
  ["5s", undefined],
  ["5, 5", undefined],
  ["\u0665", undefined],
  ["garbage", undefined],
  ["Infinity", undefined],
  // Dates that `Date.parse` reads and RFC 9110 does not allow here, or that do not exist.
  ["2026-01-01T00:00:30Z", undefined],
  ["Thu, 01 Jan 2026 00:00:30", undefined],
  ["Thu, 01 Jan 2026 00:00:30 +0000", undefined],
  ["Thu, 1 Jan 2026 00:00:30 GMT", undefined],
  ["Fri, 01 Jan 2026 00:00:30 GMT", undefined],
  ["thu, 01 jan 2026 00:00:30 gmt", undefined],
  ["Thursday, 01-Jan-26 00:00:30 GMT", undefined],
  ["Thu Jan  1 00:00:30 2026", undefined],
  ["Mon, 30 Feb 2026 00:00:00 GMT", undefined],
  ["Thu, 01 Jan 2026 24:00:00 GMT", undefined],
])("Retry-After %j is %j ms", (value, ms) => {
  expect(retryAfterMs({ "retry-after": value }, clock)).toBe(ms);
});

test("no header is no wish", () => {
  expect(retryAfterMs({}, clock)).toBeUndefined();
});

test("a date counts from the answer's own date, whatever the clock here says", () => {
  const headers = { "retry-after": "Sat, 15 Aug 2026 12:01:00 GMT", date: "Sat, 15 Aug 2026 12:00:00 GMT" };
  expect(retryAfterMs(headers, clock)).toBe(60_000);
  expect(retryAfterMs(headers, { now: () => Date.UTC(2030, 0, 1) })).toBe(60_000);
  // A date that is none does not count.
  expect(retryAfterMs({ "retry-after": "Thu, 01 Jan 2026 00:00:30 GMT", date: "yesterday" }, clock)).toBe(30_000);
});

test("whatever the header says, the wait is a number above 0 that a clock can count, or there is none", () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc.date({ noInvalidDate: true }).map((d) => d.toUTCString()),
  );
  fc.assert(
    fc.property(value, value, (retryAfter, date) => {
      const ms = retryAfterMs({ "retry-after": retryAfter, date }, clock);
      expect(ms === undefined || (Number.isSafeInteger(ms) && ms > 0)).toBe(true);
    }),
  );
});

test("every whole second of a date is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (seconds) => {
      const until = new Date(now + seconds * 1000).toUTCString();
      expect(retryAfterMs({ "retry-after": until }, clock)).toBe(seconds * 1000);
    }),
  );
});
