import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

test("quarantine explain says why, until when, and what to do", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("quarantine", "explain", "Harborline");
  expect(code).toBe(0);
  expect(stdout).toContain("InvalidCredentials: Harborline did not accept the token");
  expect(stdout).toMatch(/\n {2}disabled +about 2026-06-01 07:08 UTC \(in 26 d\); an estimate: 28 days after/);
  expect(stdout).toMatch(/\n {2}to do +Try the credentials with graph-sync job validate/);
  expect(tenant.lastWrite()).toBeUndefined();
});

test("quarantine explain --json tells of held-back deletions", async () => {
  const tenant = await recording();
  const quarantine = { reason: "TooManyDeletes", seriesBegan: "2026-04-01T00:00:00Z" };
  await tenant.script("PATCH", `jobs/${quillnote.jobId}`, { status: { code: "Quarantine", quarantine } });
  const { stdout } = await tenant.run("quarantine", "explain", "Quillnote", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    reason: "TooManyDeletes",
    disabledAtEstimate: "2026-04-29T00:00:00.000Z",
    daysLeftEstimate: 0,
    todo: expect.stringContaining("--scope force-deletes") as string,
  });
});

test("quarantine explain says so where there is none", async () => {
  const tenant = await recording();
  const { stdout } = await tenant.run("quarantine", "explain", "Quillnote");
  expect(stdout).toBe(`Job ${quillnote.jobId} of Quillnote is in no quarantine.\n`);
});
