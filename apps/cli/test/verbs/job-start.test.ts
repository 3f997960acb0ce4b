import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const job = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs/${quillnote.jobId}`;

test("job start changes the schedule of the job", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "start", "Quillnote");
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Quillnote: job ${quillnote.jobId} is started.\n` });
  expect(tenant.lastWrite()).toBe(`POST /v1.0${job}/start`);
  expect(await tenant.read(job)).toMatchObject({ schedule: { state: "Active" } });
});

test("job start --dry-run sends nothing that changes something", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "start", "Quillnote", "--dry-run");
  expect(code).toBe(0);
  expect(stdout).toContain(`POST http://127.0.0.1:8787/v1.0${job}/start`);
  expect(tenant.lastWrite()).toBeUndefined();
});
