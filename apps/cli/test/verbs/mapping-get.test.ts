import { expect, test } from "vitest";
import { recording } from "./recording.ts";

test("mapping get shows one mapping", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("mapping", "get", "Quillnote", "userName");
  expect(code).toBe(0);
  expect(tenant.sent.at(-1)).toMatch(/^GET .*\/schema$/);
  expect(stdout).toMatch(/source +\[userPrincipalName\]/);
  expect(stdout).toMatch(/matching +priority 1/);
});

test("mapping get asks for --object where several have the target, and says where none has", async () => {
  const tenant = await recording();
  const several = await tenant.run("mapping", "get", "Quillnote", "displayName");
  expect(several.code).toBe(2);
  expect(several.stderr).toContain("User, Group");
  const one = await tenant.run("mapping", "get", "Quillnote", "displayName", "--object", "Group", "--json");
  expect(JSON.parse(one.stdout)).toMatchObject({ targetAttributeName: "displayName", matchingPriority: 1 });
  expect((await tenant.run("mapping", "get", "Quillnote", "nickName")).code).toBe(5);
});
