import { stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../../src/storage/make-folder.ts";
import { runCli } from "../run-cli.ts";
import { temporaryFolder } from "../verbs/temporary-folder.ts";

test("a folder is made with all above it, and again where it is there", async () => {
  const folder = join(await temporaryFolder(), "a", "b", "c");
  await Promise.all([makeFolder(folder, 0o700), makeFolder(folder, 0o700)]);
  await makeFolder(folder);
  expect((await stat(join(folder, "..", ".."))).isDirectory()).toBe(true);
  if (process.platform !== "win32") expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test("below a file there is no folder, nor in the place of a link that leads nowhere", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "file"), "");
  await symlink("nowhere", join(folder, "link"));
  await expect(makeFolder(join(folder, "file", "a", "b"))).rejects.toThrow("ENOTDIR");
  await expect(makeFolder(join(folder, "link", "a"))).rejects.toThrow(/EEXIST|ENOENT/);
});

describe("below /proc, where Node 20's own recursive mkdir never ends", () => {
  test.skipIf(process.platform !== "linux").each(["/proc/x", "/proc/x/y/z"])("%s is refused", async (folder) => {
    await expect(makeFolder(folder)).rejects.toThrow("ENOENT");
    const apps = async (): Promise<Response> => Response.json({ value: [] });
    const words = ["snapshot", "create", folder, "--transport", "fetch", "--base-url", "http://127.0.0.1:8787"];
    expect(await runCli(words, { fetch: apps })).toEqual({
      code: 1,
      stdout: "",
      stderr:
        `graph-sync: ${folder} cannot be used: its folder is not there, and cannot be made (ENOENT).\n` +
        "  Name a place in a folder that can hold files.\n",
    });
  });
});
