import type { Entra, EntraOptions } from "@graph-sync/auth-entra";
import { AuthError, InvalidRequestError, isGraphError, type TokenSource } from "@graph-sync/core";
import { type ClientAuth, modifyAssertion, PrivateKeyJwt } from "oauth4webapi";
import { base64, base64url } from "./base64.ts";
import { clientCredentials } from "./client-credentials.ts";
import { type CertificatePem, readPem } from "./pem.ts";

/** An app that proves itself by signing with the key of its certificate; the key never leaves the machine. */
export interface ClientCertificateOptions extends EntraOptions {
  /**
   * PEM with the certificate (the first one in it; its chain may follow) and its private key (`BEGIN PRIVATE KEY`, RSA), or a function that
   * gives it for each token, so that a renewed one is used. An encrypted key, and a file, are for `certificateFile(path)` of
   * `@graph-sync/auth-client-credentials/node`.
   */
  readonly certificate: string | (() => string | Promise<string>);
  /**
   * Whether to send the certificate along, which lets Entra know a renewed one by its subject and issuer. False unless told; the app
   * registration must be set up for it.
   */
  readonly sendX5c?: boolean;
}

/** How long an assertion is good, in seconds. It is used at once. */
const lifeSeconds = 300;

/**
 * Tokens for an app that has a certificate: each attempt is signed anew (PS256, RFC 7523).
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 * @throws InvalidRequestError for bad options and for PEM that cannot be used; never with the key in it
 */
export function clientCertificate({ certificate, sendX5c = false, ...options }: ClientCertificateOptions): TokenSource {
  if (typeof certificate === "function") {
    return clientCredentials(options, async (app) => proofOf(readPem(await given(certificate)), app, sendX5c));
  }
  const pem = readPem(certificate);
  return clientCredentials(options, (app) => proofOf(pem, app, sendX5c));
}

async function given(certificate: () => string | Promise<string>): Promise<string> {
  try {
    return await certificate();
  } catch (cause) {
    if (isGraphError(cause)) throw cause;
    throw new AuthError("The certificate callback gave nothing; its own error is the cause.", { cause });
  }
}

async function proofOf(
  { chain, privateKey }: CertificatePem,
  { host, server }: Entra,
  x5c: boolean,
): Promise<ClientAuth> {
  const key = await importKey(privateKey);
  const thumbprint = base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", chain[0])));
  return PrivateKeyJwt(key, {
    [modifyAssertion](header, payload) {
      const now = Math.floor(host.clock.now() / 1000);
      Object.assign(header, { typ: "JWT", "x5t#S256": thumbprint }, x5c ? { x5c: chain.map(base64) } : {});
      // The fresh `jti` is the library's.
      Object.assign(payload, { aud: server.token_endpoint, iat: now, nbf: now, exp: now + lifeSeconds });
    },
  });
}

async function importKey(privateKey: Uint8Array<ArrayBuffer>) {
  try {
    return await crypto.subtle.importKey("pkcs8", privateKey, { name: "RSA-PSS", hash: "SHA-256" }, false, ["sign"]);
  } catch {
    // The platform's error says nothing more, and could hold what must not be printed.
    throw new InvalidRequestError("The private key cannot be used: Entra takes RSA keys of at least 2,048 bits.");
  }
}
