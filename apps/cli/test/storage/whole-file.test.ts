import { execFileSync } from "node:child_process";
import { lstat, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { writeWhole } from "../../src/storage/whole-file.ts";
import { temporaryFolder } from "../verbs/temporary-folder.ts";

describe("what a path leads to", () => {
  beforeEach(({ skip }) =>
    skip(process.platform === "win32", "Windows has no named pipes in folders, and links need rights."),
  );

  test("a link stays one, and the file behind it is replaced", async () => {
    const folder = await temporaryFolder();
    const [file, link] = [join(folder, "file"), join(folder, "link")];
    await writeFile(file, "old");
    await symlink("file", link);
    await writeWhole(link, "new");
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file, "utf8")).toBe("new");
    expect((await readdir(folder)).toSorted()).toEqual(["file", "link"]);
  });

  test("a program is not replaced, nor by a link to it", async () => {
    const folder = await temporaryFolder();
    const [program, link] = [join(folder, "program"), join(folder, "link")];
    await writeFile(program, "#!/bin/sh", { mode: 0o755 });
    await symlink("program", link);
    for (const path of [program, link]) await expect(writeWhole(path, "new")).rejects.toThrow(`${path} is a program`);
    expect(await readFile(program, "utf8")).toBe("#!/bin/sh");
  });

  test("a named pipe is written to, and stays one", async () => {
    const folder = await temporaryFolder();
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const [, read] = await Promise.all([writeWhole(pipe, "through"), readFile(pipe, "utf8")]);
    expect(read).toBe("through");
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  });
});

test("an empty path is refused", async () => {
  await expect(writeWhole("", "text")).rejects.toThrow("The path of a file is empty.");
});
