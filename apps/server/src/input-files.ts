import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import { messageOf, Refusal } from "./refusal.ts";

/** A certificate and its key, in PEM. */
export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Reads and tries a certificate and its key. */
export function readTls(paths: { readonly certificate: string; readonly key: string }): TlsFiles {
  const files = { cert: readInput(paths.certificate, "certificate"), key: readInput(paths.key, "key") };
  try {
    createSecureContext(files);
  } catch (error) {
    throw new Refusal(
      1,
      `The certificate ${paths.certificate} and the key ${paths.key} cannot be used: ${messageOf(error)}. Give two PEM files that belong together.`,
      { cause: error },
    );
  }
  return files;
}

/** Reads a seed; what is in it is checked by the emulator. */
export function readSeedFile(path: string): object {
  const text = readInput(path, "seed").toString("utf8");
  let seed: unknown;
  try {
    seed = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    throw new Refusal(1, `The seed ${path} is not JSON: ${messageOf(error)}. Correct the file and start again.`, {
      cause: error,
    });
  }
  if (typeof seed === "object" && seed !== null) return seed;
  throw new Refusal(1, `The seed ${path} holds no JSON object. Correct the file and start again.`);
}

/** The bytes of a file that the command line names. */
export function readInput(path: string, what: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Refusal(1, `The ${what} ${path} cannot be read (${codeOf(error)}). Check the path and its permissions.`, {
      cause: error,
    });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : messageOf(error);
}
