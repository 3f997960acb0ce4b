import { expect, test } from "vitest";
import { entry, failed, log } from "./log-entries.ts";
import { recording } from "./recording.ts";

test("logs summary counts entries by action, status and error, whatever their spelling", async () => {
  const tenant = await recording();
  const upper = { provisioningAction: "Create", provisioningStatusInfo: { status: "Success" } };
  await log(tenant, entry("1", 5, failed), entry("2", 5), entry("3", 5, upper), entry("4", 5), entry("old", 60 * 25));
  const { code, stdout } = await tenant.run("logs", "summary", "Quillnote");
  expect(code).toBe(0);
  const [since, heading, ...rows] = stdout.trimEnd().split("\n");
  expect(since).toBe("Since 2026-05-05 07:08 UTC (1 d ago):");
  expect(heading).toMatch(/^ENTRIES +ACTION +STATUS +ERROR$/);
  expect(rows.map((row) => row.split(/ +/))).toEqual([
    ["3", "create", "success"],
    ["1", "update", "failure", "DuplicateTargetEntries"],
  ]);
  expect(tenant.sent.at(-1)).toBe("GET /v1.0/auditLogs/provisioning");
});

test("logs summary --json prints the counts", async () => {
  const tenant = await recording();
  await log(tenant, entry("1", 5), entry("old", 60 * 25));
  const { stdout } = await tenant.run("logs", "summary", "--since", "7d", "--json");
  expect(JSON.parse(stdout)).toEqual([{ action: "create", status: "success", errorCode: null, entries: 2 }]);
});
