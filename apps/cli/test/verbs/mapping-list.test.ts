import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const schema = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs/${quillnote.jobId}/schema`;

test("mapping list shows target, source and matching of all objects", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("mapping", "list", "Quillnote");
  expect(code).toBe(0);
  expect(tenant.sent.at(-1)).toBe(`GET /v1.0${schema}`);
  expect(stdout).toMatch(/^User +userName +\[userPrincipalName\] +1 +Always$/m);
  expect(stdout).toMatch(/^User +active +Not\(\[IsSoftDeleted\]\) +Always$/m);
  expect(stdout).toMatch(/^Group +members +\[members\] +Always$/m);
});

test("mapping list --object has those of one, and refuses one that is not there", async () => {
  const tenant = await recording();
  const words = ["mapping", "list", "Quillnote", "--json", "object,targetAttributeName", "--object"] as const;
  expect(JSON.parse((await tenant.run(...words, "group")).stdout)).toEqual([
    { object: "Group", targetAttributeName: "displayName" },
    { object: "Group", targetAttributeName: "members" },
  ]);
  const { code, stderr } = await tenant.run(...words, "Device");
  expect(code).toBe(5);
  expect(stderr).toContain("It maps User, Group.");
});
