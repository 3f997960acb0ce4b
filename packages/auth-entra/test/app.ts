import { customCloud, type Host, type TokenRequest, type Transport } from "@graph-sync/core";
import { fakeAuthority, type FakeAuthority } from "@graph-sync/testing";
import { ClientSecretPost, clientCredentialsGrantRequest } from "oauth4webapi";
import { type Entra, entra, type EntraOptions, type GrantedToken } from "../src/index.ts";

const clientId = "b1b6a2ce-3f4f-4d53-8a0a-6f9a4c1d2e3f";
const cloud = customCloud({ graphOrigin: "https://graph.example.com", authority: "https://login.example.com" });

export interface Connection {
  readonly authority: FakeAuthority;
  readonly app: Entra;
  /** Asks for a token with the secret that the authority knows. */
  readonly token: (more?: Partial<TokenRequest>) => Promise<GrantedToken>;
}

/** An app at a fake authority, with a client secret. */
export function connect(
  host: Host,
  options: Partial<EntraOptions> = {},
  transportOf: (authority: FakeAuthority) => Transport = ({ transport }) => transport,
): Connection {
  const authority = fakeAuthority({ apps: [{ clientId, secrets: ["s3cret"] }], host });
  const { tenantId } = authority;
  const app = entra({ tenantId, clientId, transport: transportOf(authority), cloud, host, ...options });
  const proof = ClientSecretPost("s3cret");
  const token = (more: Partial<TokenRequest> = {}) =>
    app.token((parameters, http) => clientCredentialsGrantRequest(app.server, app.client, proof, parameters, http), {
      scopes: [cloud.scope],
      claims: undefined,
      signal: new AbortController().signal,
      ...more,
    });
  return { authority, app, token };
}

/** What a promise rejects with. */
export function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
