import { type Host, systemHost, type Transport } from "@graph-sync/core";
import { type AuthorityAnswer, scriptedAnswer } from "./authority-answer.ts";
import { type AuthorityServer, listen } from "./authority-server.ts";
import { type DeviceSignIn, deviceCodes } from "./device-codes.ts";
import type { FakeApp } from "./fake-app.ts";
import { inProcess } from "./in-process.ts";
import { isOauthFailure, oauthFailure } from "./oauth-failure.ts";
import { type IssuedToken, tokenEndpoint } from "./token-endpoint.ts";

/** What a fake authority knows. */
export interface FakeAuthorityOptions {
  /** The app registrations; any other client is refused. */
  readonly apps: readonly FakeApp[];
  /** The one tenant; a fixed GUID unless told. */
  readonly tenantId?: string;
  /** Times and waits; the machine's unless told. */
  readonly host?: Host;
  /** What `expires_in` says, in seconds; 3,600 unless told. */
  readonly lifetimeSeconds?: number;
  /** What `refresh_in` says, in seconds; absent unless told. */
  readonly refreshInSeconds?: number;
  /** How far apart a device must ask; 5 seconds unless told. */
  readonly pollSeconds?: number;
}

/** A request that an authority got. */
export interface AuthorityRequest {
  /** As it was sent. */
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The form in its body. */
  readonly form: Readonly<Record<string, string>>;
}

/** A token authority for tests, in this process or behind a loopback socket. */
export interface FakeAuthority {
  /** The one tenant it knows. */
  readonly tenantId: string;
  /** Answers without a socket; its authority is whatever origin it is asked at. */
  readonly fetch: typeof globalThis.fetch;
  /** The same as a transport. */
  readonly transport: Transport;
  /** The requests so far, oldest first, answered from the script or not. */
  readonly requests: readonly AuthorityRequest[];
  /** The tokens so far, oldest first: what a fake service needs to know of them. */
  readonly issued: readonly IssuedToken[];
  /** Sign-ins with a device code, oldest first; a test plays the person. */
  readonly devices: readonly DeviceSignIn[];
  /** Answers for the next requests, one each; when they are used up, requests are judged again. */
  script(...answers: readonly AuthorityAnswer[]): void;
  /** No refresh token given so far is good any more. */
  revokeRefreshTokens(): void;
  /** Starts a loopback server in front of `fetch`. */
  listen(): Promise<AuthorityServer>;
}

/**
 * A Microsoft Entra token endpoint that believes nothing: client secrets, signature, thumbprint, audience, times and `jti` of an assertion,
 * federated assertions, device codes and refresh tokens are checked, and refused with the errors of the real one.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 * @example
 * const authority = fakeAuthority({ apps: [{ clientId, secrets: ["s3cret"] }] });
 * const { origin, close } = await authority.listen();
 */
export function fakeAuthority(options: FakeAuthorityOptions): FakeAuthority {
  const tenantId = options.tenantId ?? "7f0f2f1e-5b0c-4a58-9f0b-2a1c6d1e9a01";
  const host = options.host ?? systemHost;
  const requests: AuthorityRequest[] = [];
  const script: AuthorityAnswer[] = [];
  const devices = deviceCodes(host.clock, options.pollSeconds ?? 5);
  const tokens = tokenEndpoint({ ...options, tenantId, clock: host.clock, devices });

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, href } = new URL(request.url);
    const form = Object.fromEntries(new URLSearchParams(await request.text()));
    requests.push({ method: request.method, url: href, headers: Object.fromEntries(request.headers), form });
    const next = script.shift();
    if (next !== undefined) return scriptedAnswer(next, request.signal);
    try {
      const [, tenant, endpoint = ""] = /^\/([^/]+)\/oauth2\/v2\.0\/(token|devicecode)$/.exec(pathname) ?? [];
      if (request.method !== "POST" || tenant === undefined) return new Response("Not found", { status: 404 });
      if (tenant.toLowerCase() !== tenantId) {
        throw oauthFailure("invalid_request", 90002, `Tenant '${tenant}' not found.`);
      }
      return Response.json(endpoint === "token" ? tokens.grant(form, href) : tokens.startDevice(form));
    } catch (error) {
      if (isOauthFailure(error)) return error.response(host.clock.now());
      throw error;
    }
  };

  return {
    tenantId,
    fetch,
    transport: inProcess(fetch),
    requests,
    issued: tokens.issued,
    devices: devices.signIns,
    script: (...answers) => void script.push(...answers),
    revokeRefreshTokens: tokens.revokeRefreshTokens,
    listen: () => listen(fetch),
  };
}
