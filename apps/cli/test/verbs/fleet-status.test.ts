import { expect, test } from "vitest";
import { recording } from "./recording.ts";

test("fleet status prints every job of the tenant in one table", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("fleet", "status");
  expect(code).toBe(0);
  const [heading, ...rows] = stdout.trimEnd().split("\n");
  expect(heading).toMatch(/^APP +JOB +HEALTHY +STATUS +SCHEDULE +LAST SUCCESS +QUARANTINE$/);
  expect(rows).toEqual([
    expect.stringMatching(/^Harborline +scim\.\S+ +NO +Quarantine +Active .* EncounteredQuarantineException$/),
    expect.stringMatching(/^Quillnote +scim\.\S+ +yes +Active +Active +2026-05-06 06:56 UTC \(12 min ago\)$/),
  ]);
  expect(tenant.sent).toEqual(["GET /v1.0/servicePrincipals", "POST /v1.0/$batch"]);
});

test("fleet status --exit-status ends with 1 while a job is not healthy", async () => {
  const tenant = await recording();
  expect((await tenant.run("fleet", "status", "--exit-status")).code).toBe(1);
  await tenant.run("quarantine", "release", "Harborline");
  const [bad] = JSON.parse((await tenant.run("fleet", "status", "--json", "jobId")).stdout) as { jobId: string }[];
  const lastExecution = { state: "Succeeded", timeEnded: "2026-05-06T07:00:00Z" };
  await tenant.script("PATCH", `jobs/${bad?.jobId ?? ""}`, { status: { code: "Active", lastExecution } });
  expect((await tenant.run("fleet", "status", "--exit-status")).code).toBe(0);
});

test("fleet status prints what it could read, names the others on stderr, and ends with 1", async () => {
  const tenant = await recording();
  const path = "*/2ad5c8e4-f790-4b13-86ac-e9314d70b5f2/synchronization/jobs";
  await tenant.script("POST", "faults", { path, status: 403, times: 9 });
  const { code, stdout, stderr } = await tenant.run("fleet", "status");
  expect(code).toBe(1);
  expect(stdout).toContain("Quillnote");
  expect(stderr).toContain("The jobs of an app could not be read: Harborline.");
});

test("a gateway that knows no batches is no tenant without jobs", async () => {
  const tenant = await recording();
  await tenant.script("POST", "faults", { path: "*/$batch", status: 404, times: 9 });
  const { code, stdout, stderr } = await tenant.run("fleet", "status");
  expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
  expect(stderr).toContain("Graph answered 404");
});
