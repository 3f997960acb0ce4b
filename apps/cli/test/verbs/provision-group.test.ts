import { expect, test } from "vitest";
import { answer, updated, userId } from "./provision-answer.ts";
import { recording } from "./recording.ts";

const group = "7c1d9e04-52ab-4f36-9b8e-03f6a1d2c587";

test("provision group sends the group with its members", async () => {
  const tenant = await recording();
  await answer(tenant, updated);
  const { code, stdout } = await tenant.run("provision", "group", "Quillnote", group, "--members", `${userId},other`);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^group ${group}: Success\n`));
  const members = [userId, "other"].map((objectId) => ({ objectId, objectTypeName: "User" }));
  const subjects = [{ objectId: group, objectTypeName: "Group", links: { members } }];
  expect(tenant.bodies).toMatchObject([{ parameters: [{ subjects }] }]);
});

test.each(["1,2,3,4,5,6", "1,,2"])("provision group refuses --members %s", async (members) => {
  const tenant = await recording();
  const { code } = await tenant.run("provision", "group", "Quillnote", group, "--members", members);
  expect(code).toBe(2);
  expect(tenant.sent).toEqual([]);
});
