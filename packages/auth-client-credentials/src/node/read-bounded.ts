import { type FileHandle, open } from "node:fs/promises";
import { AuthError } from "@graph-sync/core";

/**
 * Reads a small file to its end.
 * @throws AuthError where it cannot be read or is larger than `maxBytes`
 */
export async function readBounded(
  path: string,
  maxBytes: number,
  check?: (path: string, file: FileHandle) => Promise<void>,
): Promise<Buffer> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (cause) {
    throw new AuthError(`${path} cannot be read; the system's error is the cause.`, { cause });
  }
  try {
    await check?.(path, file);
    // One more than allowed: the file's own word on its size may change while it is read.
    const buffer = Buffer.alloc(maxBytes + 1);
    let length = 0;
    for (let read = -1; read !== 0; length += read) {
      ({ bytesRead: read } = await file.read(buffer, length, buffer.length - length, null));
    }
    if (length > maxBytes) throw new AuthError(`${path} is larger than ${maxBytes} bytes: is it the right file?`);
    return buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}
