import { describe, expect, test } from "vitest";
import { calendarMoment } from "../src/calendar-moment.ts";
import { readTests } from "../src/expressions/test-file.ts";
import { runCli } from "./run-cli.ts";

test.each([
  ["2026-05-06", "2026-05-06T00:00:00.000Z"],
  ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["2000-02-29T23:59:59.9999Z", "2000-02-29T23:59:59.999Z"],
  ["2026-05-06T07:08Z", "2026-05-06T07:08:00.000Z"],
  ["2026-05-06T01:08:09+02:30", "2026-05-05T22:38:09.000Z"],
  ["2026-12-31T23:30:00-01:00", "2027-01-01T00:30:00.000Z"],
  ["0001-01-01", "0001-01-01T00:00:00.000Z"],
  ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59.000Z"],
])("%s is a moment", (text, iso) => {
  expect(new Date(calendarMoment(text) ?? NaN).toISOString()).toBe(iso);
});

const missing = [
  "2026-02-29",
  "2026-02-30",
  "1900-02-29",
  "2026-04-31",
  "2026-00-10",
  "2026-13-01",
  "2026-01-00",
  "2026-01-32",
  "2026-05-06T24:00:00Z",
  "2026-05-06T23:60:00Z",
  "2016-12-31T23:59:60Z",
  "2026-05-06T07:08:09+24:00",
  "2026-05-06T07:08:09+02:60",
  "0000-01-01",
  "0001-01-01T00:00:00+01:00",
  "9999-12-31T23:59:59-01:00",
];

test.each(missing)("%s is in no calendar", (text) => {
  expect(calendarMoment(text)).toBeNaN();
});

test.each([
  "",
  "2026",
  "2026-5-6",
  "6 May 2026",
  "2026-05-06 07:08",
  "2026-05-06T07:08:09",
  "2026-05-06T7:08Z",
  "-2026-05-06",
  "2026-05-06T07:08:09z",
  "２０２６-05-06",
])("%s is no moment at all", (text) => {
  expect(calendarMoment(text)).toBeUndefined();
});

describe("every option and file that takes a moment refuses one that does not exist", () => {
  const fetch = (): never => {
    throw new Error("something was sent");
  };

  test.each(["list", "tail", "summary", "export"])("logs %s --since", async (verb) => {
    expect(await runCli(["logs", verb, "--since", "2026-02-30", "--transport", "fetch"], { fetch })).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "graph-sync: --since: there is no 2026-02-30.\n" +
        "  Days are those of the calendar, times go from 00:00:00 to 23:59:59, and years from 0001 to 9999.\n",
    });
  });

  test.each(["list", "summary", "export"])("logs %s --until", async (verb) => {
    const ended = await runCli(["logs", verb, "--until", "2026-02-30", "--transport", "fetch"], { fetch });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toContain("--until: there is no 2026-02-30.");
  });

  test.each(["2026-02-30", "31 January 2026", "2026-01-31T10:00:00"])("a file of tests, now: %s", async (now) => {
    await expect(readTests(`now: ${now}\ntests: []`, "tests.yaml")).rejects.toThrow('"now" is no date of the calendar');
  });
});

test.each([
  [["logs", "list", "--since", "2h", "--until", "3h"], "Are the two the wrong way round?"],
  // Of the last 24 hours, unless told otherwise.
  [["logs", "summary", "--until", "7d"], "Say --since as well."],
])("%j asks for nothing, and is refused", async (words, hint) => {
  const ended = await runCli([...words, "--transport", "fetch"]);
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toContain(hint);
});
