import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readInput, readJsonObject, readStdin } from "../../src/input/read-input.ts";
import { input } from "../run-cli.ts";
import { temporaryFolder } from "../verbs/temporary-folder.ts";

const { signal } = new AbortController();
const source = (...chunks: readonly (string | Uint8Array)[]): Parameters<typeof readStdin>[0] => ({
  stdin: input(...chunks),
  signal,
});

test("a byte order mark is no part of the text, of a file or of stdin", async () => {
  const path = join(await temporaryFolder(), "file");
  await writeFile(path, "\uFEFFtext\r\n");
  expect(await readInput(path, source())).toBe("text\r\n");
  expect(await readInput("-", source(new TextEncoder().encode("\uFEFFtext")))).toBe("text");
});

test("what is far too large is refused before it is in memory", async () => {
  const path = join(await temporaryFolder(), "file");
  await writeFile(path, "");
  await truncate(path, 600 * 1024 * 1024);
  await expect(readInput(path, source())).rejects.toThrow("holds more than 67108864 bytes");
  await expect(readStdin(source("abc", "def"), { limit: 5 })).rejects.toThrow("stdin holds more than 5 characters.");
});

test("a letter that two chunks share is read whole", async () => {
  expect(await readStdin(source(new Uint8Array([0xc3]), new Uint8Array([0xa9])))).toBe("é");
});

test("JSON that is nested too deeply is refused", async () => {
  const deep = `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
  await expect(readJsonObject("-", source(deep))).rejects.toThrow("stdin is nested too deeply.");
});
