import { createPrivateKey, X509Certificate } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { platform } from "node:process";
import { AuthError, type Clock, systemHost } from "@graph-sync/core";
import { fromPfx, unreadable } from "../pem.ts";
import { decryptPem } from "./decrypt-pem.ts";
import { readBounded } from "./read-bounded.ts";

/** How a certificate file is opened. */
export interface CertificateFileOptions {
  /** Of an encrypted private key. */
  readonly passphrase?: string;
  /** Where the private key is in a file of its own. */
  readonly privateKeyPath?: string;
  /** Takes a private key that others on this machine may read, as in a container where there are none. False unless told. */
  readonly readableByOthers?: boolean;
  /** Called for each token when the certificate ends in less than 30 days. */
  readonly onExpiring?: (expiresAt: Date) => void;
  /** What the time is taken from; the machine's clock unless told. */
  readonly clock?: Pick<Clock, "now">;
}

const maxBytes = 65_536;
const soonMs = 30 * 24 * 3_600_000;

/**
 * A certificate and its private key (PEM, also encrypted) in a file, which is read for each token, so that a renewed one is used. It is
 * refused where the two do not belong together, where the certificate has ended, and where others may read the key.
 * @example
 * clientCertificate({ tenantId, clientId, transport, certificate: certificateFile("app.pem", { passphrase }) })
 */
export function certificateFile(path: string, options: CertificateFileOptions = {}): () => Promise<string> {
  const { passphrase, privateKeyPath, readableByOthers = false, onExpiring, clock = systemHost.clock } = options;
  const keyText = (file: string): Promise<string> => pemText(file, readableByOthers ? undefined : checkPrivate);

  return async () => {
    const text =
      privateKeyPath === undefined ? await keyText(path) : `${await pemText(path)}\n${await keyText(privateKeyPath)}`;
    const pem = decryptPem(text, passphrase);
    const leftMs = checkPair(path, pem).getTime() - clock.now();
    if (leftMs <= 0) throw new AuthError(`The certificate in ${path} has ended: make a new one and upload it.`);
    if (leftMs < soonMs) onExpiring?.(new Date(clock.now() + leftMs));
    return pem;
  };
}

async function pemText(path: string, check?: (path: string, file: FileHandle) => Promise<void>): Promise<string> {
  const bytes = await readBounded(path, maxBytes, check);
  // DER of a PKCS #12 begins with a SEQUENCE; PEM is text.
  if (bytes[0] === 0x30) throw unreadable(`${path} is a PFX. Convert it: ${fromPfx(path)}`);
  return bytes.toString("latin1");
}

async function checkPrivate(path: string, file: FileHandle): Promise<void> {
  const { mode } = await file.stat();
  // Windows has no such bits.
  if (platform === "win32" || (mode & 0o077) === 0) return;
  throw new AuthError(
    `Others on this machine may read the private key in ${path}: chmod 600 ${path}, or readableByOthers.`,
  );
}

/** When the certificate ends, where the key is its own: a renewal in two steps would else be signed with the wrong one. */
function checkPair(path: string, pem: string): Date {
  try {
    const certificate = new X509Certificate(pem);
    if (certificate.checkPrivateKey(createPrivateKey(pem))) return new Date(certificate.validTo);
  } catch {
    throw unreadable(`there is no certificate in ${path}`);
  }
  throw new AuthError(`The private key is not the one of the certificate in ${path}.`, { retryable: true });
}
