import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { input } from "../run-cli.ts";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const schema = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs/${quillnote.jobId}/schema`;
const set = ["mapping", "set", "Quillnote", "displayName", "--object", "User"] as const;

test("mapping set changes one mapping, and puts the whole schema", async () => {
  const tenant = await recording();
  const before = JSON.stringify(await tenant.read(schema));
  const { code, stdout, stderr } = await tenant.run(...set, "--expression", "ToUpper([displayName])", "--yes");
  expect(code).toBe(0);
  const kept = "the one before is kept as 20260506T070809000Z-";
  expect(stdout).toContain(`Quillnote, job ${quillnote.jobId}: the schema is replaced; ${kept}`);
  expect(stderr).toMatch(/^tenant {4}7d0c1be2-4f6a-4c0e-9a51-d2b8e3f04a96\n/);
  expect(stderr).toMatch(/^~ .*displayName/m);
  expect(tenant.lastWrite()).toBe(`PUT /v1.0${schema}`);
  const after = JSON.stringify(tenant.bodies.at(-1));
  expect(after.length).toBeGreaterThan(before.length);
  expect(after.match(/ToUpper\(\[displayName\]\)/g)).toHaveLength(1);
  const read = await tenant.run("mapping", "get", "Quillnote", "displayName", "--object", "User", "--json");
  expect(JSON.parse(read.stdout)).toMatchObject({ source: { type: "Function", name: "ToUpper" }, matchingPriority: 0 });
});

test("what mapping set replaced is in the history, and schema rollback brings it back", async () => {
  const tenant = await recording();
  await tenant.run(...set, "--expression", "ToUpper([displayName])", "--yes");
  expect((await tenant.run("schema", "history", "Quillnote")).stdout).toContain("20260506T070809000Z-");
  expect((await tenant.run("schema", "rollback", "Quillnote", "--yes")).code).toBe(0);
  const { stdout } = await tenant.run("mapping", "get", "Quillnote", "displayName", "--object", "User", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ source: { expression: "[displayName]" } });
});

test.each([
  [["--expression", "Uper([displayName])"], "Nothing was sent. "],
  [["--expression", "[noSuchThing]"], "Nothing was sent. "],
  [["--expression", "ToUpper("], "expected"],
  [["--expression", "[displayName]"], "The schema is like that already."],
  [["--matching", "first"], "--matching takes a whole number."],
  [[], "There is nothing to change."],
])("mapping set %j sends nothing and says why", async (words, sentence) => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run(...set, ...words, "--yes");
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(tenant.lastWrite()).toBeUndefined();
});

test("mapping set shows the change and asks; --dry-run prints the request", async () => {
  const tenant = await recording();
  const words = [...set, "--default", "nobody"];
  const stdin = Object.assign(input("n\n"), { isTTY: true });
  const asked = await tenant.runWith({ stdin }, ...words);
  expect(asked.code).toBe(6);
  expect(asked.stderr).toContain("nobody");
  expect((await tenant.run(...words)).code).toBe(2);
  const dry = await tenant.run(...words, "--dry-run");
  expect(dry.stdout).toContain(`PUT http://127.0.0.1:8787/v1.0${schema}`);
  expect(tenant.lastWrite()).toBeUndefined();
});

test("mapping set takes an empty default, which a target may want", async () => {
  const tenant = await recording();
  expect((await tenant.run(...set, "--default", "", "--yes")).code).toBe(0);
  const { stdout } = await tenant.run("mapping", "get", "Quillnote", "displayName", "--object", "User", "--json");
  expect(JSON.parse(stdout)).toMatchObject({ defaultValue: "" });
});

test("mapping set changes nothing where the schema before cannot be kept", async () => {
  const tenant = await recording();
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");
  const env = { GRAPH_SYNC_TOKEN: "any", XDG_STATE_HOME: file };
  const { code, stderr } = await tenant.runWith({ env }, ...set, "--expression", "[mail]", "--yes");
  expect(code).toBe(1);
  expect(stderr).toMatch(
    / {2}The schema before is kept there, so nothing was changed[.] XDG_STATE_HOME names another folder[.]\n$/,
  );
  expect(tenant.lastWrite()).toBeUndefined();
});
