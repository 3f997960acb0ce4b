import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const beta = ["--base-url", "http://127.0.0.1:8787/beta"];
const link = { sourceAnchor: "source-1", targetAnchor: "target-1" };

test("link delete breaks a link of a paused job", async () => {
  const tenant = await recording();
  await tenant.script("POST", `jobs/${quillnote.jobId}/objectConnections`, link);
  await tenant.run("job", "pause", "Quillnote");
  const { code, stdout } = await tenant.run("link", "delete", "Quillnote", "source-1", "--yes", ...beta);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "Quillnote: the link of source-1 is broken.\n" });
  expect(tenant.lastWrite()).toMatch(/^DELETE \/beta\/.*\/objectConnections\/source-1$/);
  expect((await tenant.run("link", "get", "Quillnote", "source-1", ...beta)).code).toBe(5);
});

test("link delete refuses while the job is active, and says how to pause it", async () => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run("link", "delete", "Quillnote", "source-1", "--yes", ...beta);
  expect(code).toBe(1);
  expect(stderr).toContain(`Pause it first: graph-sync job pause ${quillnote.servicePrincipal}`);
  expect(tenant.lastWrite()).toBeUndefined();
});

test.each([
  ["v1.0", ["--yes"]],
  ["nobody to ask", beta],
])("link delete refuses with %s", async (_, words) => {
  const tenant = await recording();
  await tenant.run("job", "pause", "Quillnote");
  const { code } = await tenant.run("link", "delete", "Quillnote", "source-1", ...words);
  expect(code).toBe(2);
  expect(tenant.lastWrite()).toMatch(/\/pause$/);
});
