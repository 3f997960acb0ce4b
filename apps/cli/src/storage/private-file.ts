import { mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { codeOf, readText, unusable, writeWhole } from "../writing/whole-file.ts";

const hint = "Is it yours, and its folder too? GRAPH_SYNC_CONFIG names another folder.";

/** The text of a file, or undefined where there is none. */
export function readPrivate(path: string): Promise<string | undefined> {
  return readText(path, hint);
}

/** How long another run may hold a file. It needs milliseconds. */
const patienceMs = 5_000;

/** Reads a file that is nobody else's business, changes it and writes it, alone: a run that wants to do the same waits. */
export async function changePrivate(path: string, change: (text: string | undefined) => string): Promise<void> {
  const lock = `${path}.lock`;
  await take(lock, path);
  try {
    await writeWhole(path, change(await readPrivate(path)));
  } finally {
    await rm(lock, { force: true });
  }
}

/** A file that only one can make. */
async function take(lock: string, path: string): Promise<void> {
  const pauseMs = 20;
  for (let left = patienceMs / pauseMs; left > 0; left--) {
    try {
      await mkdir(dirname(lock), { recursive: true, mode: 0o700 });
      const file = await open(lock, "wx", 0o600);
      return await file.close();
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw unusable(path, error, hint);
    }
    await sleep(pauseMs);
  }
  throw new Refusal(
    exitCodes.failed,
    `${path} is held by another run of graph-sync.`,
    `If none is running, one was ended while it wrote: delete ${lock}.`,
  );
}
