import { join } from "node:path";
import { expect, test } from "vitest";
import { readText } from "../../src/storage/read-text.ts";
import { runCli } from "../run-cli.ts";
import { temporaryFolder } from "../verbs/temporary-folder.ts";

test("a file that is not there has no text", async () => {
  expect(await readText(join(await temporaryFolder(), "file"))).toBeUndefined();
});

test.skipIf(process.platform === "win32")("a device without an end is refused", async () => {
  await expect(readText("/dev/zero")).rejects.toThrow("/dev/zero holds more than 67108864 bytes.");
});

test("a folder given as a file is a mistake of the command line, and is said to be one", async () => {
  const folder = await temporaryFolder();
  expect(await runCli(["schema", "lint", folder])).toEqual({
    code: 2,
    stdout: "",
    stderr: `graph-sync: ${folder} cannot be used: it is a folder (EISDIR).\n  It must be a file that you may read.\n`,
  });
});
