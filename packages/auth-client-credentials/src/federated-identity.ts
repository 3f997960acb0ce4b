import type { EntraOptions } from "@graph-sync/auth-entra";
import { AuthError, InvalidRequestError, isAuthError, type TokenSource } from "@graph-sync/core";
import type { ClientAuth } from "oauth4webapi";
import { clientCredentials } from "./client-credentials.ts";
import { patient } from "./patient.ts";

/** Gives a token of another issuer: GitHub Actions, Kubernetes, another cloud. It is asked each time, and may be slow. */
export type AssertionCallback = (request: { readonly signal: AbortSignal }) => string | Promise<string>;

/** An app that proves itself with a token of another issuer, so that there is no secret at all. */
export interface FederatedIdentityOptions extends EntraOptions {
  /** For a file that is renewed from outside use `assertionFile(path)` of `@graph-sync/auth-client-credentials/node`. */
  readonly assertion: AssertionCallback;
  /**
   * Whether to wait, up to five minutes, for a federated credential that was made just now: until it is known everywhere, Entra
   * answers AADSTS70021, also after a first success. False unless told; the waiting is not counted by `timeoutMs`.
   */
  readonly propagationRetry?: boolean;
}

/** What no token reaches. */
const maxLength = 16_384;
/** RFC 7523 §2.2. */
const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/**
 * Tokens for an app that trusts another issuer (workload identity federation). The assertion is got anew for each token and kept nowhere.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 * @throws InvalidRequestError for bad options
 */
export function federatedIdentity(options: FederatedIdentityOptions): TokenSource {
  const { assertion, propagationRetry = false, ...rest } = options;
  const given: unknown = assertion;
  if (typeof given !== "function") {
    throw new InvalidRequestError("assertion must be a function that gives the token of the other issuer.");
  }
  const source = clientCredentials(rest, async (_, signal): Promise<ClientAuth> => {
    const token = await checkedAssertion(assertion, signal);
    return (_server, client, body) => {
      body.set("client_id", client.client_id);
      body.set("client_assertion_type", assertionType);
      body.set("client_assertion", token);
    };
  });
  return propagationRetry ? patient(source, rest.host) : source;
}

async function checkedAssertion(callback: AssertionCallback, signal: AbortSignal): Promise<string> {
  let given: unknown;
  try {
    given = await callback({ signal });
  } catch (cause) {
    if (signal.aborted || isAuthError(cause)) throw cause;
    throw new AuthError("The assertion callback gave no token; its own error is the cause.", { cause });
  }
  const token = typeof given === "string" ? given.trim() : undefined;
  // An empty one is often a file in the middle of being renewed: the next attempt may find it whole.
  if (token === "") throw new AuthError("The assertion is empty.", { retryable: true });
  if (token === undefined) throw new AuthError("The assertion is not text.");
  if (token.length > maxLength) throw new AuthError(`The assertion is longer than ${maxLength} characters.`);
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return token;
  throw new AuthError("The assertion is not a signed token (three parts with dots between them).");
}
