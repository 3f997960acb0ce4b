import { type Entra, entra, type EntraOptions } from "@graph-sync/auth-entra";
import { InvalidRequestError, type TokenSource } from "@graph-sync/core";
import { type ClientAuth, clientCredentialsGrantRequest } from "oauth4webapi";

/** How an app proves itself. It is asked for each attempt, so that no assertion is shown twice. */
export type Proof = (app: Entra, signal: AbortSignal) => ClientAuth | Promise<ClientAuth>;

/** Where Entra would not know whose directory is meant. */
const severalTenants: ReadonlySet<string> = new Set(["common", "organizations", "consumers"]);

/** The client credentials grant (RFC 6749 §4.4). https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export function clientCredentials(options: EntraOptions, proof: Proof): TokenSource {
  const app = entra(options);
  if (severalTenants.has(options.tenantId.toLowerCase())) {
    throw new InvalidRequestError(
      `tenantId is ${options.tenantId}: an app that acts as itself names one tenant, by its id or a domain.`,
    );
  }
  return Object.freeze({
    partition: app.partition,
    getToken: (request) =>
      app.token(
        async (parameters, http) =>
          clientCredentialsGrantRequest(app.server, app.client, await proof(app, http.signal), parameters, http),
        request,
      ),
  } satisfies TokenSource);
}
