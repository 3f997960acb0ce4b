import { expect, test } from "vitest";
import { input } from "../run-cli.ts";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const jobs = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs`;

test("job delete --yes deletes the job", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "delete", "Quillnote", "--yes");
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Quillnote: job ${quillnote.jobId} is deleted.\n` });
  expect(await tenant.read(jobs)).toMatchObject({ value: [] });
});

test("job delete refuses where nobody can be asked", async () => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run("job", "delete", "Quillnote");
  expect(code).toBe(2);
  expect(stderr).toContain("Say --yes if you mean it.");
  expect(tenant.lastWrite()).toBeUndefined();
});

test.each([
  ["y\n", 0],
  ["n\n", 6],
  ["\n", 6],
])("job delete asks at a terminal, and %j ends with %i", async (answer, ended) => {
  const tenant = await recording();
  const stdin = Object.assign(input(answer), { isTTY: true });
  const { code, stderr } = await tenant.runWith({ stdin }, "job", "delete", "Quillnote");
  expect(code).toBe(ended);
  expect(stderr).toContain("[y/N] ");
  expect(tenant.lastWrite() === undefined).toBe(ended === 6);
});
