import { expect, test } from "vitest";
import { harborline, quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const jobs = `/servicePrincipals/${harborline.servicePrincipal}/synchronization/jobs`;

test("quarantine release starts the job, and its quarantine is gone", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("quarantine", "release", "Harborline");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Harborline: job scim\.\S+ is released/);
  expect(tenant.lastWrite()).toMatch(/\/start$/);
  const { value } = (await tenant.read(jobs)) as { value: readonly { status: { code: string } }[] };
  expect(value[0]?.status.code).not.toBe("Quarantine");
});

test("quarantine release leaves alone what is in none", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("quarantine", "release", "Quillnote");
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Quillnote: job ${quillnote.jobId} is in no quarantine.\n` });
  expect(tenant.lastWrite()).toBeUndefined();
});

test("quarantine release does not decide on deletions that are held back", async () => {
  const tenant = await recording();
  const status = { code: "Quarantine", quarantine: { reason: "TooManyDeletes" } };
  await tenant.script("PATCH", `jobs/${quillnote.jobId}`, { status });
  const { code, stderr } = await tenant.run("quarantine", "release", "Quillnote");
  expect(code).toBe(1);
  expect(stderr).toContain("job restart --scope force-deletes");
  expect(tenant.lastWrite()).toBeUndefined();
});
