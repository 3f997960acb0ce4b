import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

test("job list prints a line for each job", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "list", "Quillnote");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ID +TEMPLATE +SCHEDULE +STATUS +LAST SUCCESS\n/);
  expect(stdout).toMatch(new RegExp(`\n${quillnote.jobId} +scim +Active, every 40 min +Active +2026-05-06`));
  expect(tenant.sent.at(-1)).toBe(`GET /v1.0/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs`);
});

test("job list --json prints the fields that are named", async () => {
  const tenant = await recording();
  const { stdout } = await tenant.run("job", "list", "Quillnote", "--json", "id,status.code,status.quarantine.reason");
  expect(JSON.parse(stdout)).toEqual([
    { id: quillnote.jobId, "status.code": "Active", "status.quarantine.reason": null },
  ]);
});
