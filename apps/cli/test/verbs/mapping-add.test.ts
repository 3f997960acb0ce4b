import { expect, test } from "vitest";
import { recording } from "./recording.ts";

test("mapping add puts back what mapping remove took, and refuses a second one", async () => {
  const tenant = await recording();
  const add = [
    "mapping",
    "add",
    "Quillnote",
    "name.givenName",
    "--object",
    "User",
    "--expression",
    "[givenName]",
  ] as const;
  const twice = await tenant.run(...add, "--yes");
  expect(twice.code).toBe(2);
  expect(twice.stderr).toContain("name.givenName has a mapping already");
  expect(tenant.lastWrite()).toBeUndefined();
  await tenant.run("mapping", "remove", "Quillnote", "name.givenName", "--yes");
  const { code, stderr } = await tenant.run(...add, "--yes");
  expect(code).toBe(0);
  expect(stderr).toMatch(/^\+ .*name\.givenName/m);
  const { stdout } = await tenant.run("mapping", "get", "Quillnote", "name.givenName", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ source: { expression: "[givenName]" }, flowType: "Always" });
});

test("mapping add needs an expression and --object", async () => {
  const tenant = await recording();
  expect((await tenant.run("mapping", "add", "Quillnote", "id", "--yes")).stderr).toContain(
    "where the value comes from",
  );
  const { code } = await tenant.run("mapping", "add", "Quillnote", "id", "--expression", "[mail]", "--yes");
  expect(code).toBe(2);
  expect(tenant.lastWrite()).toBeUndefined();
});
