import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { entry, failed, idsOf, log } from "./log-entries.ts";
import { recording } from "./recording.ts";

test("logs list prints what was done, the newest first", async () => {
  const tenant = await recording();
  await log(tenant, entry("1", 30), entry("2", 10, failed));
  const { code, stdout } = await tenant.run("logs", "list", "Quillnote");
  expect(code).toBe(0);
  const [heading, first, second] = stdout.split("\n");
  expect(heading).toMatch(/^TIME +ACTION +STATUS +SOURCE +TARGET +ERROR$/);
  expect(first).toMatch(/\(10 min ago\) +Update +failure +Person 2 +target-2 +DuplicateTargetEntries$/);
  expect(second).toMatch(/\(30 min ago\) +create +success +Person 1 +target-1$/);
  expect(tenant.sent.at(-1)).toBe("GET /v1.0/auditLogs/provisioning");
});

test("logs list asks the service for an app, a job, a user, a status, an action and a time", async () => {
  const tenant = await recording();
  await log(tenant, entry("1", 30), entry("2", 10, failed), entry("3", 200, failed), entry("4", 10));
  const words = ["--job", quillnote.jobId, "--user", "Person 2", "--status", "failure", "--action", "update"];
  const time = ["--since", "1h", "--until", "2026-05-06T07:08:09Z"];
  const { stdout } = await tenant.run("logs", "list", "Quillnote", ...words, ...time, "--json");
  expect(idsOf(stdout)).toEqual(["2"]);
  expect(tenant.queries.at(-1)).toContain(
    [
      `$filter=servicePrincipal/id eq '${quillnote.servicePrincipal}'`,
      `jobId eq '${quillnote.jobId}'`,
      "sourceIdentity/displayName eq 'Person 2'",
      "(provisioningStatusInfo/status eq 'failure' or provisioningStatusInfo/status eq 'Failure')",
      "(provisioningAction eq 'update' or provisioningAction eq 'Update')",
      "activityDateTime lt 2026-05-06T07:08:09.000Z",
      "activityDateTime ge 2026-05-06T06:08:09.000Z",
    ].join(" and "),
  );
});

test("logs list prints no more than --limit, and reads no page after that", async () => {
  const tenant = await recording();
  await log(tenant, entry("1", 30), entry("2", 20), entry("3", 10));
  const { stdout } = await tenant.run("logs", "list", "--limit", "2", "--json", "id,provisioningStatusInfo.status");
  expect(stdout).toBe(
    '{"id":"3","provisioningStatusInfo.status":"success"}\n{"id":"2","provisioningStatusInfo.status":"success"}\n',
  );
  expect(tenant.sent).toHaveLength(1);
});

test.each(["yesterday", "2026-05-06T07:08", "0h", "9999999d"])("logs list refuses --since %s", async (since) => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run("logs", "list", "--since", since);
  expect(code).toBe(2);
  expect(stderr).toContain("--since takes a ");
  expect(tenant.sent).toEqual([]);
});
