import { createPrivateKey } from "node:crypto";
import { pemBlocks } from "../pem-blocks.ts";
import { unreadable } from "../pem.ts";

/**
 * PEM whose private key may be encrypted, or in an older form, as `clientCertificate` takes it: certificates as they are, the key as PKCS #8.
 * Web standards cannot open such keys, so this needs Node.
 * @throws InvalidRequestError where there is no key in it, or the passphrase is not the key's
 */
export function decryptPem(pem: string, passphrase?: string): string {
  const blocks = [...pemBlocks(pem)];
  const key = blocks.find(({ label }) => label.endsWith("PRIVATE KEY"));
  if (key === undefined) throw unreadable("it has no private key (BEGIN PRIVATE KEY)");
  return [...blocks.filter((one) => one !== key).map(({ text }) => text), decrypted(key.text, passphrase)].join("\n");
}

function decrypted(key: string, passphrase: string | undefined): string {
  try {
    const opened = createPrivateKey({ key, ...(passphrase === undefined ? {} : { passphrase }) });
    return opened.export({ type: "pkcs8", format: "pem" }).toString();
  } catch {
    // The platform's error says nothing more, and could hold what must not be printed.
    throw unreadable(
      passphrase === undefined && key.includes("ENCRYPTED")
        ? "its private key is encrypted: give the passphrase"
        : "its private key cannot be opened: is the passphrase right?",
    );
  }
}
