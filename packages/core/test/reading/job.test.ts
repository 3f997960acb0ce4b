import {
  durationMs,
  flowTypes,
  hasRun,
  isQuarantined,
  lastSuccess,
  momentOf,
  nextRun,
  parseFlags,
  type SynchronizationJob,
} from "@graph-sync/core";
import { describe, expect, test } from "vitest";

/** A job that was started and has not run: the service calls its last execution failed, in year 0001. */
const neverRan: SynchronizationJob = {
  schedule: { state: "Active", interval: "PT40M" },
  status: {
    code: "NotRun",
    lastExecution: {
      state: "Failed",
      timeBegan: "0001-01-01T00:00:00Z",
      timeEnded: "0001-01-01T00:00:00Z",
      error: { code: "None", message: "", tenantActionable: false },
    },
    lastSuccessfulExecution: null,
  },
};

const ran: SynchronizationJob = {
  schedule: { state: "Active", interval: "PT40M" },
  status: {
    code: "Active",
    lastExecution: { timeBegan: "2026-01-01T00:00:00Z", timeEnded: "2026-01-01T00:10:00.1234567Z" },
    lastSuccessfulExecution: { timeEnded: "2025-12-31T23:00:00Z" },
  },
};

test("hasRun knows the sentinel of a job that never ran", () => {
  expect([neverRan, ran, {}, { status: null }].map(hasRun)).toEqual([false, true, false, false]);
});

test("words of another type are no words", () => {
  // What a service without types may send.
  const odd = { schedule: { state: 1, interval: 2 }, status: { code: 5, lastExecution: { timeEnded: 5 } } } as unknown;
  const job = odd as SynchronizationJob;
  expect([hasRun(job), isQuarantined(job), lastSuccess(job), nextRun(job)]).toEqual([false, false, null, null]);
  expect(parseFlags(5 as unknown as string)).toEqual([]);
});

test("lastSuccess is a moment, or null for never", () => {
  expect([neverRan, ran, {}].map(lastSuccess)).toEqual([null, Date.UTC(2025, 11, 31, 23), null]);
});

test("nextRun is the end of the last run and the interval, or a quarantine's next attempt", () => {
  const quarantined: SynchronizationJob = {
    ...ran,
    status: { ...ran.status, code: "quarantine", quarantine: { nextAttempt: "2026-01-02T00:00:00Z" } },
  };
  const asleep: SynchronizationJob = { ...ran, schedule: { state: "Active", interval: "P10675199DT2H48M5.4775807S" } };
  expect(nextRun(ran)).toBe(Date.UTC(2026, 0, 1, 0, 50, 0, 123));
  expect([quarantined, neverRan, asleep, { ...ran, schedule: { state: "Paused" } }, {}].map(nextRun)).toEqual([
    Date.UTC(2026, 0, 2),
    null,
    null,
    null,
    null,
  ]);
  expect([quarantined, ran, {}].map(isQuarantined)).toEqual([true, false, false]);
});

describe("momentOf", () => {
  test.each([null, undefined, "", "0001-01-01T00:00:00Z", "soon", "1", "May 3"])("%j is never", (date) => {
    expect(momentOf(date)).toBe(null);
  });

  test("reads seven fractional digits", () => {
    expect(momentOf("2019-03-20T15:47:50.4707552Z")).toBe(Date.UTC(2019, 2, 20, 15, 47, 50, 470));
  });
});

test.each([
  ["PT20M", 1_200_000],
  ["PT40M", 2_400_000],
  ["P1D", 86_400_000],
  ["P1DT2H3M4.5S", 93_784_500],
  ["PT0S", 0],
  ["P10675199DT2H48M5.4775807S", null],
  ["P", null],
  ["PT", null],
  ["P1Y", null],
  ["40M", null],
  ["", null],
  [null, null],
])("the duration %j is %j ms", (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

test.each<readonly [string | null | undefined, readonly string[]]>([
  ["Add, Update, Delete", ["Add", "Update", "Delete"]],
  ["Add,Update,Delete", ["Add", "Update", "Delete"]],
  ["Add, Someday", ["Add", "Someday"]],
  ["None", []],
  ["none", []],
  ["", []],
  [null, []],
  [undefined, []],
])("the flags %j are %j", (text, flags) => {
  expect(parseFlags(text)).toEqual(flags);
  expect(flowTypes({ flowTypes: text ?? null })).toEqual(flags);
});
