import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { EmulatorError } from "../emulator-error.ts";

/** Where the 32 bytes of a key are from. */
export interface KeySource {
  /** Undefined where there is no key yet, so that nothing can have been sealed with it. */
  readonly find: () => Uint8Array | undefined;
  /** Called once there is something to seal and no key. */
  readonly make: () => Uint8Array;
}

const keyLength = 32;

/** A key that was given, in base64. */
export function givenKey(text: string): KeySource {
  const key = keyIn(text, "The key that was given");
  return { find: () => key, make: () => key };
}

/** A key that nobody else knows, and that is gone with the emulator like all that it sealed. */
export function freshKey(): KeySource {
  const key = randomBytes(keyLength);
  return { find: () => key, make: () => key };
}

/**
 * The key in a file beside the database, for its owner only. Whoever copies the database without that file copies no
 * secret.
 */
export function keyBeside(databasePath: string): KeySource {
  const path = `${databasePath}.key`;
  let key: Uint8Array | undefined;
  const find = (): Uint8Array | undefined => {
    const text = key === undefined ? textOf(path) : undefined;
    return (key ??= text === undefined ? undefined : keyIn(text, `The file ${path}`));
  };
  return {
    find,
    make() {
      const made = randomBytes(keyLength);
      try {
        writeFileSync(path, `${made.toString("base64")}\n`, { flag: "wx", mode: 0o600, flush: true });
        return (key = made);
      } catch (error) {
        // Of two that make it at once, one does.
        const others = isFileError(error, "EEXIST") ? find() : undefined;
        if (others === undefined) throw error;
        return others;
      }
    },
  };
}

function keyIn(text: string, source: string): Uint8Array {
  const trimmed = text.trim();
  const bytes = Buffer.from(trimmed, "base64");
  // Node skips what is not base64, so that any text gives some bytes; `=` at the end may be left out.
  const isBase64 = bytes.toString("base64").replace(/=+$/u, "") === trimmed.replace(/=+$/u, "");
  if (isBase64 && bytes.length === keyLength) return bytes;
  // Without the text: it may be a good key with a slip in it.
  const message = `${source} is not 32 bytes in base64. Make a key with: openssl rand -base64 32.`;
  throw new EmulatorError("bad-key", message);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isFileError(error, "ENOENT")) return undefined;
    throw error;
  }
}

function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
