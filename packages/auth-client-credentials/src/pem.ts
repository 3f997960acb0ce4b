import { InvalidRequestError } from "@graph-sync/core";
import { pemBlocks } from "./pem-blocks.ts";

/** A certificate with its key, as DER. */
export interface CertificatePem {
  /** The certificate, then its chain where there is one. */
  readonly chain: readonly [Uint8Array<ArrayBuffer>, ...Uint8Array<ArrayBuffer>[]];
  /** PKCS #8. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
}

/** Larger than any chain; a wrong file is refused before it is searched. */
const maxLength = 65_536;

/**
 * Reads PEM: certificates in order, and one private key.
 * @throws InvalidRequestError with what to do where it is encrypted, in another form or not PEM
 */
export function readPem(pem: unknown): CertificatePem {
  if (typeof pem !== "string") throw unreadable("it is not text");
  if (pem.length > maxLength) throw unreadable(`it is longer than ${maxLength} characters`);
  const blocks = [...pemBlocks(pem)];
  if (blocks.length === 0) throw unreadable(`it is not PEM. A PFX becomes PEM with: ${fromPfx("app.pfx")}`);
  const [leaf, ...chain] = blocks.filter(({ label }) => label === "CERTIFICATE").map(({ body }) => der(body));
  const [key, second] = blocks.filter(({ label }) => label.endsWith("PRIVATE KEY"));
  if (leaf === undefined) throw unreadable("it has no certificate (BEGIN CERTIFICATE)");
  if (key === undefined) throw unreadable("it has no private key (BEGIN PRIVATE KEY)");
  if (second !== undefined) throw unreadable("it has more than one private key");
  if (key.label === "ENCRYPTED PRIVATE KEY" || key.body.includes("ENCRYPTED")) {
    throw unreadable("its private key is encrypted: use decryptPem(pem, passphrase) of the subpath /node");
  }
  if (key.label !== "PRIVATE KEY") {
    throw unreadable(`its key is a ${key.label}; "openssl pkcs8 -topk8 -nocrypt -in app.key" makes it a PRIVATE KEY`);
  }
  return { chain: [leaf, ...chain], privateKey: der(key.body) };
}

/** How the form that the portal and Windows give is converted. */
export function fromPfx(path: string): string {
  return `openssl pkcs12 -in ${path} -out ${path.replace(/\.(pfx|p12)$/i, "")}.pem -nodes`;
}

/** The error for PEM that cannot be used; the reason never holds a part of it. */
export function unreadable(reason: string): InvalidRequestError {
  return new InvalidRequestError(`The certificate cannot be read: ${reason}.`);
}

function der(body: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(body.replace(/\s/g, "")), (char) => char.charCodeAt(0));
  } catch {
    throw unreadable("it is damaged (not base64)");
  }
}
