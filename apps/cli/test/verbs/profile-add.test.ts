import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scene } from "./signing-in.ts";

test("profile add keeps a profile in a file that nobody else may read, and leaves nothing else behind", async () => {
  const at = await scene();
  const { code, stdout } = await at.run("profile", "add", "contoso", "--tenant", "contoso.example", "--cloud", "usGov");
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: "Profile contoso is kept: https://graph.microsoft.us/v1.0.\n",
  });
  await expect(await at.kept("profiles.json")).toMatchFileSnapshot("outputs/profiles.json");
  expect((await stat(join(at.folder, "profiles.json"))).mode & 0o777).toBe(0o600);
  expect(await readdir(at.folder)).toEqual(["profiles.json"]);
});

test("profile add changes a profile, and a new address takes the place of the old one", async () => {
  const at = await scene();
  await at.run("profile", "add", "contoso", "--tenant", "contoso.example", "--cloud", "usGov");
  await at.run("profile", "add", "contoso", "--base-url", "http://localhost:1/beta");
  const { stdout } = await at.run("profile", "show", "contoso", "--json");
  expect(JSON.parse(stdout)).toEqual({
    name: "contoso",
    current: true,
    tenant: "contoso.example",
    baseUrl: "http://localhost:1/beta",
  });
});

test("ten runs at once keep ten profiles", async () => {
  const at = await scene();
  const names = Array.from({ length: 10 }, (_, index) => `p${index}`);
  await Promise.all(names.map((name) => at.run("profile", "add", name)));
  const { stdout } = await at.run("profile", "list", "--json", "name");
  const kept = JSON.parse(stdout) as readonly { readonly name: string }[];
  expect(kept.map(({ name }) => name).toSorted()).toEqual(names);
});

test.each(["__proto__", "a b", "", "../x", "x".repeat(65)])("profile add refuses the name %j", async (name) => {
  const at = await scene();
  expect((await at.run("profile", "add", name)).code).toBe(2);
  expect(await readdir(at.folder)).toEqual([]);
});

test("profile add refuses a bad address before anything is written", async () => {
  const at = await scene();
  const { code, stderr } = await at.run("profile", "add", "x", "--base-url", "http://example.com");
  expect(code).toBe(2);
  expect(stderr).toContain("--base-url must begin with https://");
  expect(await readdir(at.folder)).toEqual([]);
});

test("a file that is not what graph-sync wrote is named, and left as it is", async () => {
  const at = await scene();
  await writeFile(join(at.folder, "profiles.json"), "{");
  const { code, stderr } = await at.run("profile", "add", "x");
  expect(code).toBe(1);
  expect(stderr).toContain("profiles.json is not what graph-sync wrote.");
  expect(await at.kept("profiles.json")).toBe("{");
  expect(await readdir(at.folder)).toEqual(["profiles.json"]);
});
