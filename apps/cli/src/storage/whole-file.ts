import { randomUUID } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";
import { codeOf, unusable } from "./file-fault.ts";
import { sweep } from "./left-behind.ts";
import { makeFolder } from "./make-folder.ts";
import { refuseEmptyPath } from "./read-text.ts";

/** What to say where a file cannot be written. */
export interface Unwritable {
  readonly hint?: string;
}

/** Replaces a file, whole or not at all; readable by its owner alone. Its folders are made. */
export async function writeWhole(path: string, text: string, unwritable?: Unwritable): Promise<void> {
  await replacing(path, (file) => file.writeFile(text), unwritable);
}

/**
 * Lets `write` fill a file beside `path`, which then takes its place; if anything goes wrong, nothing is left of it. A link stays
 * one, and what it leads to is replaced. What is no file, such as `/dev/stdout` or a named pipe, is written to.
 */
export async function replacing(
  path: string,
  write: (file: FileHandle) => Promise<void>,
  unwritable?: Unwritable,
): Promise<void> {
  refuseEmptyPath(path);
  const place = await placeOf(path);
  if (place === undefined) return writing(path, write);
  const fresh = `${place}.${randomUUID()}.new`;
  const file = await opened(fresh, path, unwritable);
  try {
    await write(file);
    await file.sync();
    await file.close();
    await rename(fresh, place);
  } catch (error) {
    await file.close();
    await rm(fresh, { force: true });
    throw codeOf(error) === undefined ? error : unusable(path, error, unwritable);
  }
  await sweep(dirname(place));
}

/**
 * Where the file is that a path leads to, there or not; undefined where it leads to something that no file may replace. A program
 * is refused: we write none, so the path is a slip, and `root` would pay for it dearly.
 */
async function placeOf(path: string): Promise<string | undefined> {
  // It is not there, or it cannot be seen: then writing says why.
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || found.isDirectory()) return path;
  if (!found.isFile()) return undefined;
  if ((found.mode & anyoneMayRun) !== 0) {
    throw new Refusal(exitCodes.usage, `${plain(path)} is a program, which is not replaced.`, "Name another file.");
  }
  return realpath(path).catch(() => path);
}

/** The bits of a mode that let its owner, its group or others run a file. */
const anyoneMayRun = 0o111;

async function writing(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    const file = await open(path, "w");
    await write(file).finally(() => file.close());
  } catch (error) {
    throw codeOf(error) === undefined ? error : unusable(path, error);
  }
}

async function opened(fresh: string, path: string, unwritable: Unwritable | undefined): Promise<FileHandle> {
  try {
    await makeFolder(dirname(path));
    return await open(fresh, "wx", 0o600);
  } catch (error) {
    throw unusable(path, error, unwritable);
  }
}
