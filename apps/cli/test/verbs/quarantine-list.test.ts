import { expect, test } from "vitest";
import { harborline } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

test("quarantine list prints the jobs in quarantine with the days that are left, as an estimate", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("quarantine", "list");
  expect(code).toBe(0);
  const [heading, row, ...rest] = stdout.split("\n");
  expect(heading).toMatch(/^APP +JOB +REASON +SINCE +DAYS LEFT \(ESTIMATE\)$/);
  expect(row).toMatch(/^Harborline +scim\.\S+ +EncounteredQuarantineException +2026-05-04 .*\(2 d ago\) +about 26$/);
  expect(rest).toEqual([""]);
  expect(tenant.sent).toEqual(["GET /v1.0/servicePrincipals", "POST /v1.0/$batch"]);
});

test("quarantine list --json has null for the days where the beginning is not told", async () => {
  const tenant = await recording();
  const { stdout: before } = await tenant.run("quarantine", "list", "--json");
  const [{ jobId } = { jobId: "" }] = JSON.parse(before) as readonly { readonly jobId: string }[];
  await tenant.script("PATCH", `jobs/${jobId}`, { status: { quarantine: { reason: "Unknown", seriesBegan: "" } } });
  const { stdout } = await tenant.run("quarantine", "list", "--json", "servicePrincipalId,daysLeftEstimate");
  expect(JSON.parse(stdout)).toEqual([{ servicePrincipalId: harborline.servicePrincipal, daysLeftEstimate: null }]);
});
