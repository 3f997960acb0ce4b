import { generate } from "selfsigned";

/** A key and a certificate for a server, as PEM. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

/** An authority that lives as long as a test. */
export interface MintedAuthority {
  /** Its own certificate, as PEM: who trusts it trusts what it signed. */
  readonly ca: string;
  /** Signs a certificate for `localhost`. */
  sign(): Promise<ServerIdentity>;
}

/** Makes a certificate authority that no machine knows. */
export async function mintedAuthority(): Promise<MintedAuthority> {
  const own = await generate([{ name: "commonName", value: "A test's own authority" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, critical: true },
    ],
  });
  return {
    ca: own.cert,
    async sign() {
      const signed = await generate([{ name: "commonName", value: "localhost" }], {
        keyType: "ec",
        algorithm: "sha256",
        ca: { key: own.private, cert: own.cert },
        extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
      });
      return { key: signed.private, cert: signed.cert };
    },
  };
}
