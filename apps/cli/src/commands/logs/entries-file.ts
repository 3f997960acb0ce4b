import { open } from "node:fs/promises";
import { unusable } from "../../storage/file-fault.ts";
import { replacing } from "../../storage/whole-file.ts";

/** Where entries go. */
export interface EntriesFile {
  /** Appends whole lines, and gives how many bytes the file has then. */
  append(lines: string): Promise<number>;
}

/** Makes a file of what `write` appends, whole or not at all. */
export async function newFile(path: string, write: (file: EntriesFile) => Promise<void>): Promise<void> {
  await replacing(path, (handle) => {
    let bytes = 0;
    return write({
      async append(lines) {
        await handle.appendFile(lines);
        return (bytes += Buffer.byteLength(lines));
      },
    });
  });
}

/**
 * Continues a file after its first `bytes`: what stands behind them was written by a run that ended before it could note
 * so, and is written anew.
 */
export async function continuedFile(
  path: string,
  bytes: number,
  write: (file: EntriesFile) => Promise<void>,
): Promise<void> {
  const handle = await open(path, "a+", 0o600).catch((error: unknown) => {
    throw unusable(path, error);
  });
  try {
    let length = Math.min(bytes, (await handle.stat()).size);
    await handle.truncate(length);
    await write({
      async append(lines) {
        await handle.appendFile(lines);
        await handle.sync();
        return (length += Buffer.byteLength(lines));
      },
    });
  } finally {
    await handle.close();
  }
}
