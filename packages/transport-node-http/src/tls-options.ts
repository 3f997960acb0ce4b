import { X509Certificate } from "node:crypto";
import { createSecureContext, type SecureContext } from "node:tls";
import { InvalidRequestError } from "@graph-sync/core";

/** PEM text or its bytes. */
export type Pem = string | Uint8Array;

/**
 * Whom to trust and who we are. There is no option that turns the check of certificates off, and neither does
 * `NODE_TLS_REJECT_UNAUTHORIZED`. TLS is 1.2 or newer.
 */
export interface TlsOptions {
  /**
   * Certificates of the authorities to trust, instead of those that Node brings; a proxy reached by https is checked by
   * them too. `NODE_EXTRA_CA_CERTS` adds to Node's own without this option.
   */
  readonly ca?: Pem | readonly Pem[];
  /** The client's certificate, with the ones between it and its authority, for servers that ask for one. */
  readonly cert?: Pem;
  /** The private key of `cert`. */
  readonly key?: Pem;
  /** What opens `key`, where it is encrypted. */
  readonly passphrase?: string;
}

/** One set of TLS options for each side: the client's certificate is the service's business, not a proxy's. */
export interface SecureContexts {
  readonly service: () => SecureContext;
  readonly proxy: () => SecureContext;
}

/**
 * Made at once where something of it was told, so that a wrong file is refused at construction, and else when the first
 * connection asks: reading all the authorities that Node brings takes milliseconds.
 * @throws InvalidRequestError
 */
export function secureContexts({ ca, cert, key, passphrase }: TlsOptions): SecureContexts {
  if ((cert === undefined) !== (key === undefined)) {
    throw new InvalidRequestError("A client certificate is cert and key together: give both, or none.");
  }
  const trust = { ...(ca === undefined ? {} : { ca: certificates(ca) }), minVersion: "TLSv1.2" } as const;
  const proxy = once(() => createSecureContext(trust));
  if (cert === undefined || key === undefined) {
    if (ca !== undefined) checked("ca", proxy);
    return { service: proxy, proxy };
  }
  const identity = {
    cert: Buffer.from(cert),
    key: Buffer.from(key),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
  const service = once(() => createSecureContext({ ...trust, ...identity }));
  checked("ca, cert, key or passphrase", service);
  return { service, proxy };
}

function certificates(ca: Pem | readonly Pem[]): Buffer[] {
  const list = typeof ca === "string" || ca instanceof Uint8Array ? [ca] : ca;
  return list.map((pem) => {
    const bytes = Buffer.from(pem);
    if (!startsWithCertificate(bytes)) {
      throw new InvalidRequestError("ca must be certificates as PEM: their text, not the name of a file.");
    }
    return bytes;
  });
}

/** OpenSSL itself takes any other text for an empty list, with which nobody is trusted and nobody is told. */
function startsWithCertificate(pem: Buffer): boolean {
  try {
    return pem.includes("-----BEGIN ") && new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

function checked(names: string, make: () => SecureContext): void {
  try {
    make();
  } catch (cause) {
    throw new InvalidRequestError(`TLS cannot be set up with this ${names}; the reason is the cause.`, { cause });
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
