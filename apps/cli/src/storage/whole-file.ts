import { randomUUID } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
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

/** Where the file is that a path leads to, there or not; undefined where it leads to something that no file may replace. */
async function placeOf(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory()) return undefined;
    return await realpath(path);
  } catch {
    // It is not there, or it cannot be seen: then writing says why.
    return path;
  }
}

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
