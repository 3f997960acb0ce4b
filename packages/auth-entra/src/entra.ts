import {
  checkLimits,
  type Cloud,
  clouds,
  customCloud,
  type Host,
  InvalidRequestError,
  systemHost,
  type TokenRequest,
  type Transport,
} from "@graph-sync/core";
import { type AuthorizationServer, type Client, processGenericTokenEndpointResponse } from "oauth4webapi";
import { attempts } from "./attempts.ts";
import { checkId } from "./check-id.ts";
import { type GrantedToken, grantedToken } from "./granted-token.ts";
import { type OauthHttp, oauthOver } from "./oauth-over.ts";
import { tokenParameters } from "./token-parameters.ts";

/** Who asks for tokens, and where. */
export interface EntraOptions {
  /** The directory: its id, or one of its domains such as `contoso.onmicrosoft.com`. */
  readonly tenantId: string;
  /** "Application (client) ID" of the app registration. */
  readonly clientId: string;
  /** What token requests are sent with: `fetchTransport()`, or the client's own. */
  readonly transport: Transport;
  /** Whose authority is asked; `clouds.global` unless told. Tokens of one cloud are worth nothing in another. */
  readonly cloud?: Cloud;
  /** For one token with all its attempts, in milliseconds; 30,000 unless told. */
  readonly timeoutMs?: number;
  /**
   * Whether the service may revoke a token before its end and ask for another (continuous access evaluation), for which tokens
   * live up to a day. True unless told; `bearerFrom` answers such challenges.
   * https://learn.microsoft.com/entra/identity/conditional-access/concept-continuous-access-evaluation
   */
  readonly continuousAccess?: boolean;
  /** Time and chance; the machine's unless told. */
  readonly host?: Host;
}

/** A grant of OAuth, as oauth4webapi sends it: with these parameters (scope, claims), over this connection. */
export type Grant = (parameters: Readonly<Record<string, string>>, http: OauthHttp) => Promise<Response>;

/** One app at its authority: what every token source for Entra has in common. */
export interface Entra {
  /** For oauth4webapi. */
  readonly server: AuthorizationServer;
  /** For oauth4webapi. */
  readonly client: Client;
  /** Where times and waits come from. */
  readonly host: Host;
  /** Authority, tenant and client id: the partition of an app that acts as itself. */
  readonly partition: string;
  /**
   * The parameters `scope` and `claims` of a request for a token.
   * @throws InvalidRequestError for no scope, one of another cloud, and for claims that are no JSON object
   */
  parameters(request: Pick<TokenRequest, "scopes" | "claims">): Readonly<Record<string, string>>;
  /**
   * Sends one request of OAuth. A failure that Entra calls a passing one is tried again, twice at most and not sooner than asked.
   * @throws AuthError for every answer but 200, and for none
   */
  send(request: (http: OauthHttp) => Promise<Response>, signal: AbortSignal): Promise<Response>;
  /**
   * Sends a grant and reads the token.
   * @throws AuthError where there is none
   */
  token(grant: Grant, request: TokenRequest): Promise<GrantedToken>;
}

/**
 * The token authority of Microsoft Entra for one app. There is no discovery: the addresses are known. Configuration: all of it; nothing
 * is kept between two tokens.
 * @throws InvalidRequestError for a tenant or a client id that cannot be one, and for bad options
 * @example
 * const { client, partition, server, token } = entra({ tenantId, clientId, transport: fetchTransport() });
 * const source: TokenSource = {
 *   partition,
 *   getToken: (request) =>
 *     token((parameters, http) => clientCredentialsGrantRequest(server, client, ClientSecretPost(secret), parameters, http), request),
 * };
 */
export function entra(options: EntraOptions): Entra {
  const { timeoutMs = 30_000, continuousAccess = true, host = systemHost } = options;
  checkLimits({ timeoutMs });
  const transport = checkTransport(options.transport);
  // Made again, for it may be a record that nobody checked.
  const { authority } = customCloud(options.cloud ?? clouds.global);
  const tenant = checkId("tenantId", options.tenantId);
  const clientId = checkId("clientId", options.clientId);

  const base = `${authority}/${tenant}`;
  const client: Client = { client_id: clientId };
  const server: AuthorizationServer = {
    issuer: `${base}/v2.0`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
  };
  const parameters: Entra["parameters"] = (request) => tokenParameters(request, authority, continuousAccess);
  const send: Entra["send"] = (request, signal) =>
    attempts({ authority, timeoutMs, host, signal }, (limited) =>
      request(oauthOver(transport, authority, host.clock, limited)),
    );

  return {
    server,
    client,
    host,
    partition: `${base}/${clientId}`.toLowerCase(),
    parameters,
    send,
    async token(grant, request) {
      const given = parameters(request);
      let asked = 0;
      const response = await send((http) => {
        // Before the request: a token that is given up a moment too early does no harm.
        asked = host.clock.now();
        return grant(given, http);
      }, request.signal);
      return grantedToken(authority, asked, processGenericTokenEndpointResponse(server, client, response));
    },
  };
}

function checkTransport(transport: Transport): Transport {
  const given: unknown = transport;
  if (typeof given === "object" && given !== null && "send" in given && typeof given.send === "function")
    return transport;
  throw new InvalidRequestError(
    "There is no transport for token requests: give one, such as transport: fetchTransport().",
  );
}
