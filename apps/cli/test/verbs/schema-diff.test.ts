import { expect, test } from "vitest";
import { offline, schemaFile } from "./offline.ts";
import { recording } from "./recording.ts";

test("schema diff of two files needs no network", async () => {
  const { code, stdout, stderr } = await offline(["schema", "diff", schemaFile("quillnote"), schemaFile("edited")]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot("schemas/quillnote-edited.diff.txt");
});

test("schema diff --exit-status ends with 1 for a difference, and --json has it as data", async () => {
  const words = ["schema", "diff", schemaFile("quillnote"), schemaFile("edited"), "--exit-status", "--json", "kind"];
  const { code, stdout } = await offline(words);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toContainEqual({ kind: "removed" });
});

test("schema diff compares a job with a template and with a file", async () => {
  const tenant = await recording();
  const template = await tenant.run(
    "schema",
    "diff",
    "template:Quillnote/scim",
    "job:Quillnote",
    "--exit-status",
    "--portable",
  );
  expect(template).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(tenant.sent.filter((line) => line.endsWith("/schema"))).toHaveLength(2);
  const file = await tenant.run("schema", "diff", "job:Quillnote", schemaFile("edited"));
  expect(file.stdout).toContain('emails[type eq "work"].value');
});

test("schema diff reads files first: with one that is wrong nothing is sent", async () => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run("schema", "diff", "job:Quillnote", "/dev/null");
  expect(code).toBe(2);
  expect(stderr).toContain("/dev/null: The schema is not JSON");
  expect(tenant.sent).toEqual([]);
});
