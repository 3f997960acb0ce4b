import { copyFile, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { input } from "../run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { offline, schemaFile } from "./offline.ts";

test.each(["json", "yaml"])("schema fmt prints %s, and what it printed comes out the same again", async (format) => {
  const { code, stdout, stderr } = await offline(["schema", "fmt", schemaFile("edited"), "--format", format, "--sort"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot(`schemas/edited.sorted.${format}`);
  expect(await offline(["schema", "fmt", "-"], { stdin: input(stdout) })).toEqual({ code: 0, stdout, stderr: "" });
});

test("schema fmt --check tells a file in another form, and --write mends it, leaving nothing else behind", async () => {
  const folder = await temporaryFolder();
  const file = join(folder, "schema.json");
  await copyFile(schemaFile("quillnote"), file);
  expect(await offline(["schema", "fmt", file, "--check"])).toMatchObject({ code: 1, stdout: "" });
  expect(await readFile(file, "utf8")).toBe(await readFile(schemaFile("quillnote"), "utf8"));
  expect(await offline(["schema", "fmt", file, "--write"])).toMatchObject({ code: 0, stdout: "" });
  expect(await offline(["schema", "fmt", file, "--check"])).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await readdir(folder)).toEqual(["schema.json"]);
});

test.each([
  ["", "stdin: The schema"],
  ['{"synchronizationRules":[{"priority":"1"}]}', "stdin: synchronizationRules[0].priority"],
  ["a: [", "stdin: "],
])("schema fmt refuses %j and names the place", async (text, place) => {
  const { code, stdout, stderr } = await offline(["schema", "fmt", "-"], { stdin: input(text) });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(place);
});

test("schema fmt says which file is not there", async () => {
  const { code, stderr } = await offline(["schema", "fmt", "no-such-file.json"]);
  expect(code).toBe(2);
  expect(stderr).toContain("There is no file no-such-file.json.");
});
