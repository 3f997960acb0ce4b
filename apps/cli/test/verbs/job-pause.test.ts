import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const job = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs/${quillnote.jobId}`;

test("job pause changes the schedule of the job", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "pause", "Quillnote");
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Quillnote: job ${quillnote.jobId} is paused.\n` });
  expect(tenant.lastWrite()).toBe(`POST /v1.0${job}/pause`);
  expect(await tenant.read(job)).toMatchObject({ schedule: { state: "Paused" } });
});

test("job pause --dry-run sends nothing that changes something", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "pause", "Quillnote", "--dry-run");
  expect(code).toBe(0);
  expect(stdout).toContain(`POST http://127.0.0.1:8787/v1.0${job}/pause`);
  expect(tenant.lastWrite()).toBeUndefined();
});
