import { expect, test } from "vitest";
import { recording } from "./recording.ts";

test("mapping remove takes one mapping out of the schema", async () => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run("mapping", "remove", "Quillnote", "name.familyName", "--yes");
  expect(code).toBe(0);
  expect(stderr).toMatch(/^- .*name\.familyName/m);
  expect(tenant.lastWrite()).toMatch(/^PUT .*\/schema$/);
  const { stdout } = await tenant.run("mapping", "list", "Quillnote");
  expect(stdout).not.toContain("name.familyName");
  expect(stdout).toContain("name.givenName");
});

test("mapping remove refuses what would leave accounts unmatched", async () => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run("mapping", "remove", "Quillnote", "userName", "--yes");
  expect(code).toBe(2);
  expect(stderr).toContain("Nothing was sent.");
  expect(tenant.lastWrite()).toBeUndefined();
});
