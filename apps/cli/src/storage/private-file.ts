import { codeOf, unusable } from "./file-fault.ts";
import { locked } from "./lock.ts";
import { readText } from "./read-text.ts";
import { writeWhole } from "./whole-file.ts";

const unreadable = { hint: "Is it yours, and its folder too? GRAPH_SYNC_CONFIG names another folder." };

/** The text of a file, or undefined where there is none. */
export function readPrivate(path: string): Promise<string | undefined> {
  return readText(path, unreadable);
}

/** Reads a file that is nobody else's business, changes it and writes it, alone: a run that wants to do the same waits. */
export async function changePrivate(path: string, change: (text: string | undefined) => string): Promise<void> {
  try {
    await locked(path, async () => writeWhole(path, change(await readPrivate(path))));
  } catch (error) {
    throw codeOf(error) === undefined ? error : unusable(path, error, unreadable);
  }
}
