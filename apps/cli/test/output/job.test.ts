import { describe, expect, test } from "vitest";
import { jobRows } from "../../src/output/job.ts";
import { now } from "../run-cli.ts";

const rows = (job: unknown): Readonly<Record<string, string>> => Object.fromEntries(jobRows(job, now));

describe("a job on a terminal", () => {
  test("shows template, schedule, status and last run in words", () => {
    const job = {
      templateId: "scim",
      schedule: { state: "Active", interval: "PT40M", expiration: null },
      status: {
        code: "Active",
        quarantine: null,
        lastExecution: { state: "Succeeded", timeEnded: "2026-05-06T06:56:09Z" },
      },
    };
    expect(rows(job)).toEqual({
      template: "scim",
      schedule: "Active, every 40 min",
      status: "Active",
      "last run": "2026-05-06 06:56 UTC (12 min ago), Succeeded",
    });
  });

  test("that was started and has not run yet never ran, although its record says Failed", () => {
    const never = "0001-01-01T00:00:00Z";
    const error = { code: "None", message: "", tenantActionable: false };
    const lastExecution = { state: "Failed", error, timeBegan: never, timeEnded: never };
    expect(rows({ status: { code: "NotRun", lastExecution } })["last run"]).toBe("never");
  });

  test("in quarantine says why, what happened, since when and when it is tried next", () => {
    const error = { code: "InvalidCredentials", message: "The target refused the token." };
    const quarantine = {
      reason: "EncounteredQuarantineException",
      error,
      seriesBegan: "2026-05-04T07:08:09Z",
      currentBegan: "2026-05-05T07:08:09Z",
      nextAttempt: "2026-05-07T00:08:09Z",
    };
    const lastExecution = { state: "Failed", timeEnded: "2026-05-06T00:08:09Z", error };
    expect(jobRows({ status: { code: "Quarantine", quarantine, lastExecution } }, now).slice(2)).toEqual([
      ["status", "Quarantine"],
      ["last run", "2026-05-06 00:08 UTC (7 h ago), Failed"],
      ["quarantine", "EncounteredQuarantineException"],
      ["", "InvalidCredentials: The target refused the token."],
      ["since", "2026-05-04 07:08 UTC (2 d ago)"],
      ["next try", "2026-05-07 00:08 UTC (in 17 h)"],
    ]);
  });

  test("with the empty quarantine object of the documented examples is in none", () => {
    const quarantine = { reason: "", currentBegan: "", nextAttempt: "", seriesBegan: "", seriesCount: 0 };
    expect(Object.keys(rows({ status: { code: "Active", quarantine } }))).not.toContain("quarantine");
  });

  test("in quarantine without a word of it is shown as such", () => {
    expect(rows({ status: { code: "Quarantine" } })).toMatchObject({ quarantine: "(no reason told)" });
  });

  test("keeps names that this version does not know", () => {
    const job = { schedule: { state: "Dreaming" }, status: { code: "Simmering" } };
    expect(rows(job)).toMatchObject({ schedule: "Dreaming", status: "Simmering", "last run": "never" });
  });

  test("whose end is far has it in its schedule", () => {
    const schedule = { state: "Active", interval: "PT40M", expiration: "2026-05-07T07:08:09Z" };
    expect(rows({ schedule })["schedule"]).toBe("Active, every 40 min, until 2026-05-07 07:08 UTC (in 1 d)");
  });
});
