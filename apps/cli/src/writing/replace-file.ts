import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Refusal } from "../errors/refusal.ts";
import { exitCodes } from "../exit-codes.ts";
import { plain } from "../output/plain.ts";

/** Only its owner may read and write it. */
const privateMode = 0o600;

/**
 * Writes a file whole or not at all, whenever it is interrupted: the text goes to a file beside it, which then takes its
 * place.
 * @throws Refusal where it cannot be written
 */
export async function replaceFile(path: string, text: string, mode: number = privateMode): Promise<void> {
  const fresh = `${path}.${randomUUID()}.new`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(fresh, "wx", mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw fileFault(path, "written", error);
  }
}

/** What to say where a file cannot be used. */
export function fileFault(path: string, used: "read" | "written", error: unknown): Refusal {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  return new Refusal(
    exitCodes.usage,
    `${plain(path)} cannot be ${used} (${code}).`,
    code === "ENOENT" ? "Is the path right?" : "Is it a file, and yours?",
    { cause: error },
  );
}
