import { expect, test } from "vitest";
import { offline, schemaFile } from "./offline.ts";

test("schema lint prints what is wrong, where and what mends it, and ends with 1 for an error", async () => {
  const { code, stdout, stderr } = await offline(["schema", "lint", schemaFile("mistaken")]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  await expect(stdout).toMatchFileSnapshot("schemas/mistaken.lint.txt");
});

test("schema lint ends with 0 where nothing is an error", async () => {
  const { code, stdout } = await offline(["schema", "lint", schemaFile("quillnote"), "--json", "severity"]);
  expect(code).toBe(0);
  expect(stdout).not.toContain("error");
});

test("schema lint compares with a template where one is given", async () => {
  const words = ["schema", "lint", schemaFile("edited"), "--template", schemaFile("quillnote"), "--json", "rule"];
  expect(JSON.parse((await offline(words)).stdout)).toContainEqual({ rule: "template-mapping-missing" });
});
