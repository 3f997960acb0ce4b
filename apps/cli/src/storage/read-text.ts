import { type FileHandle, open, readdir } from "node:fs/promises";
import { Refusal } from "../errors/refusal.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";
import { codeOf, unusable } from "./file-fault.ts";

/** In bytes: more than any schema has, and far below what a string can hold. */
export const mostBytes: number = 64 * 1024 * 1024;

/** What to say where a file is there and cannot be read. */
export interface Unreadable {
  readonly hint?: string;
  readonly exitCode?: ExitCode;
}

/** The text of a file, or undefined where there is none. */
export async function readText(path: string, unreadable: Unreadable = {}): Promise<string | undefined> {
  refuseEmptyPath(path);
  try {
    const file = await open(path);
    return await textOf(file, path).finally(() => file.close());
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw codeOf(error) === undefined ? error : unusable(path, error, unreadable);
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

export function refuseEmptyPath(path: string): void {
  if (path !== "") return;
  throw new Refusal(exitCodes.usage, "The path of a file is empty.", "Is it a variable that is not set?");
}

/** Counted as it is read: what is no file, such as `/dev/zero`, has no size beforehand, and no end. */
async function textOf(file: FileHandle, path: string): Promise<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let [text, bytes] = ["", 0];
  for await (const chunk of file.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 })) {
    // A stream without an encoding gives bytes.
    const read = chunk as Uint8Array;
    bytes += read.length;
    if (bytes > mostBytes) {
      throw new Refusal(exitCodes.usage, `${plain(path)} holds more than ${mostBytes} bytes.`, "Is it the right file?");
    }
    text += decoder.decode(read, { stream: true });
  }
  return text + decoder.decode();
}
