import { InvalidRequestError, type TokenSource } from "@graph-sync/core";
import type { EntraOptions } from "@graph-sync/auth-entra";
import { ClientSecretPost } from "oauth4webapi";
import { clientCredentials } from "./client-credentials.ts";

/** An app that proves itself with a secret. */
export interface ClientSecretOptions extends EntraOptions {
  /** The secret's Value, which the portal shows once; not its Secret ID. */
  readonly clientSecret: string;
}

/**
 * Tokens for an app that has a client secret. A certificate or a federated identity is safer: nothing that can be copied leaves the machine.
 * @throws InvalidRequestError for bad options; never with the secret in it
 * @example
 * const transport = fetchTransport();
 * const auth = clientSecret({ tenantId, clientId, clientSecret: process.env.CLIENT_SECRET ?? "", transport });
 */
export function clientSecret({ clientSecret: secret, ...options }: ClientSecretOptions): TokenSource {
  const given: unknown = secret;
  if (typeof given !== "string" || given.trim() === "") {
    throw new InvalidRequestError("clientSecret is empty: give the secret's Value.");
  }
  // A line break at its end comes from the file or the shell that it was read from; no secret has one.
  const proof = ClientSecretPost(secret.trim());
  return clientCredentials(options, () => proof);
}
