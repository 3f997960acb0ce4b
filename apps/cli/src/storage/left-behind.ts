import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** How the name of a file or folder ends that is not final yet, behind a UUID; `.old` is one that was put aside. */
export type Ending = ".new" | ".old";

/** No run goes without writing to its unfinished file for so long, not even one that a service keeps waiting. */
const restMs = 3_600_000;

/**
 * Removes what runs left unfinished in a folder that were killed while they wrote (`kill -9`, a power cut). Nobody reads such a
 * file; a young one may be another run's that still writes. It is no failure where that is not possible.
 */
export async function sweep(folder: string): Promise<void> {
  for (const path of await leftIn(folder, ".new")) {
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > restMs) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The paths of all in a folder whose name has that ending. */
export async function leftIn(folder: string, ending: Ending): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): readonly string[] => []);
  return names.filter((name) => ours.test(name) && name.endsWith(ending)).map((name) => join(folder, name));
}

const ours = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(new|old)$/;
