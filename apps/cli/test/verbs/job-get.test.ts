import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const job = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs/${quillnote.jobId}`;

test("job get prints the only job of an app", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "get", "Quillnote");
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Job ${quillnote.jobId}\n  template +scim\n`));
  expect(stdout).toMatch(/\n {2}QuarantineTooManyDeletesThreshold +500\n/);
  expect(tenant.sent.at(-1)).toBe(`GET /v1.0${job}`);
});

test("job get --json prints the job as it was read", async () => {
  const tenant = await recording();
  const { stdout } = await tenant.run("job", "get", "Quillnote", "--job", quillnote.jobId, "--json");
  expect(JSON.parse(stdout)).toEqual(await tenant.read(job));
});
