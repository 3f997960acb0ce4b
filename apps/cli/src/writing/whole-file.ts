import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { sweep } from "./left-behind.ts";

/** The text of a file, or undefined where there is none. `hint` says what to do where it cannot be read. */
export async function readText(path: string, hint?: string): Promise<string | undefined> {
  refuseEmpty(path);
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw unusable(path, error, hint);
  }
}

/** The names of what is in a folder, in their order; none where there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    // A file in its place has nothing in it, either.
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
    throw unusable(folder, error);
  }
}

/** Replaces a file, whole or not at all; readable by its owner alone. Its folders are made. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await replacing(path, (file) => file.writeFile(text));
}

/**
 * Lets `write` fill a file beside `path`, which then takes its place; if anything goes wrong, nothing is left of it. A link stays
 * one, and what it leads to is replaced. What is no file, such as `/dev/stdout` or a named pipe, is written to.
 */
export async function replacing(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  refuseEmpty(path);
  const place = await placeOf(path);
  if (place === undefined) return writing(path, write);
  const fresh = `${place}.${randomUUID()}.new`;
  const file = await opened(fresh, path);
  try {
    await write(file);
    await file.sync();
    await file.close();
    await rename(fresh, place);
  } catch (error) {
    await file.close();
    await rm(fresh, { force: true });
    throw codeOf(error) === undefined ? error : unusable(path, error);
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

function refuseEmpty(path: string): void {
  if (path !== "") return;
  throw new Refusal(exitCodes.usage, "The path of a file is empty.", "Is it a variable that is not set?");
}

async function opened(fresh: string, path: string): Promise<FileHandle> {
  try {
    await mkdir(dirname(path), { recursive: true });
    return await open(fresh, "wx", 0o600);
  } catch (error) {
    throw unusable(path, error);
  }
}

/** What to say of a file that the system does not let us use. */
export function unusable(path: string, error: unknown, hint = "Is it yours, and its folder too?"): Refusal {
  const message = `The file ${path} cannot be used (${codeOf(error) ?? "unknown error"}).`;
  return new Refusal(exitCodes.failed, message, hint, { cause: error });
}

/** The code of an error of the system, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  // Errors of ours have codes too, which begin with ERR_.
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^E(?!RR_)[A-Z0-9]+$/.test(code) ? code : undefined;
}
