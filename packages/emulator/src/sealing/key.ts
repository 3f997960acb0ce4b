import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { EmulatorError } from "../emulator-error.ts";

const keyLength = 32;

/** A new key, as {@link keyFrom} reads it. */
export function newKey(): string {
  return randomBytes(keyLength).toString("base64");
}

/** The 32 bytes of a key; `source` says where it is from, for the refusal of one that is none. */
export function keyFrom(text: string, source: string): Uint8Array {
  const trimmed = text.trim();
  const bytes = Buffer.from(trimmed, "base64");
  // Node skips what is not base64, so that any text gives some bytes; `=` at the end may be left out.
  const isBase64 = bytes.toString("base64").replace(/=+$/u, "") === trimmed.replace(/=+$/u, "");
  if (isBase64 && bytes.length === keyLength) return bytes;
  // Without the text: it may be a good key with a slip in it.
  const message = `${source} is not 32 bytes in base64. Make a key with: openssl rand -base64 32.`;
  throw new EmulatorError("bad-key", message);
}

/**
 * The key that lies beside a database file; made, for its owner only, where there is none. Whoever copies the database
 * without it copies no secret.
 */
export function keyBeside(databasePath: string): Uint8Array {
  const path = `${databasePath}.key`;
  try {
    // Of two that make it at once, one does.
    writeFileSync(path, `${newKey()}\n`, { flag: "wx", mode: 0o600, flush: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return keyFrom(readFileSync(path, "utf8"), `The file ${path}`);
}
