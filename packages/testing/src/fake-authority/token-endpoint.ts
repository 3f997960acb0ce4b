import { randomUUID } from "node:crypto";
import { type Clock, isJsonObject, parseJson } from "@graph-sync/core";
import { type ClientCheck, clientCheck, type Form } from "./client-authentication.ts";
import type { DeviceAuthorization, DeviceCodes } from "./device-codes.ts";
import type { FakeApp } from "./fake-app.ts";
import { oauthFailure } from "./oauth-failure.ts";

/** A token that an authority gave, and what it was given for. */
export interface IssuedToken {
  /** The token itself. */
  readonly token: string;
  /** The app that got it. */
  readonly clientId: string;
  /** Who signed in; undefined for an app that acts as itself. */
  readonly user: string | undefined;
  /** What it was asked for. */
  readonly scopes: readonly string[];
  /** The `claims` that were asked for, as JSON text. */
  readonly claims: string | undefined;
}

interface Settings {
  readonly apps: readonly FakeApp[];
  readonly tenantId: string;
  readonly clock: Clock;
  readonly devices: DeviceCodes;
  readonly lifetimeSeconds?: number;
  readonly refreshInSeconds?: number;
}

/** The grants, and what they gave so far. */
export interface TokenEndpoint {
  readonly issued: readonly IssuedToken[];
  /** Judges a token request that came to `url`, and gives the body of its answer. */
  grant(form: Form, url: string): object;
  startDevice(form: Form): DeviceAuthorization;
  revokeRefreshTokens(): void;
}

/** Throws a refusal for everything that the real authority would refuse. */
export function tokenEndpoint(settings: Settings): TokenEndpoint {
  const { apps, devices, clock, lifetimeSeconds = 3600, refreshInSeconds } = settings;
  const checkClient: ClientCheck = clientCheck(clock);
  const issued: IssuedToken[] = [];
  const refreshTokens = new Map<string, { readonly user: string; readonly clientId: string }>();

  function appOf(form: Form): FakeApp {
    const app = apps.find(({ clientId }) => clientId === form["client_id"]);
    if (app !== undefined) return app;
    throw oauthFailure("unauthorized_client", 700016, "Application was not found in the directory.");
  }

  function issue(form: Form, user: string | undefined, scope: string): object {
    const scopes = scope.split(" ").filter((one) => one !== "");
    const { client_id: clientId = "", claims } = form;
    if (claims !== undefined && !isJsonObject(parseJson(claims))) {
      throw oauthFailure("invalid_request", 50126, "The claims parameter is not JSON.");
    }
    const entry = { token: `fake.${randomUUID()}`, clientId, user, scopes, claims };
    issued.push(entry);
    return {
      token_type: "Bearer",
      scope: scopes.filter((one) => one !== "offline_access").join(" "),
      expires_in: lifetimeSeconds,
      ext_expires_in: lifetimeSeconds,
      ...(refreshInSeconds === undefined ? {} : { refresh_in: refreshInSeconds }),
      access_token: entry.token,
      ...(user !== undefined && scopes.includes("offline_access") ? { refresh_token: renewable(user, clientId) } : {}),
    };
  }

  function renewable(user: string, clientId: string): string {
    const token = `refresh.${randomUUID()}`;
    refreshTokens.set(token, { user, clientId });
    return token;
  }

  /** Each grant by its `grant_type`. */
  const grants: Readonly<Record<string, (app: FakeApp, form: Form, url: string) => object>> = {
    client_credentials(app, form, url) {
      checkClient(app, form, url);
      const { scope = "" } = form;
      if (!/^\S+\/\.default$/.test(scope)) throw oauthFailure("invalid_scope", 1002012, "The scope is not valid.");
      return issue(form, undefined, scope);
    },
    "urn:ietf:params:oauth:grant-type:device_code"(app, form) {
      const { user, scope } = devices.redeem(checkPublic(app), form["device_code"] ?? "");
      return issue(form, user, scope);
    },
    refresh_token(app, form) {
      const known = refreshTokens.get(form["refresh_token"] ?? "");
      if (known?.clientId !== checkPublic(app)) {
        throw oauthFailure("invalid_grant", 50173, "The refresh token is not good any more.");
      }
      return issue(form, known.user, form["scope"] ?? "");
    },
  };

  return {
    issued,
    grant(form, url) {
      const grant = Object.hasOwn(grants, form["grant_type"] ?? "") ? grants[form["grant_type"] ?? ""] : undefined;
      if (grant === undefined) throw oauthFailure("unsupported_grant_type", 70003, "The grant is not supported.");
      return grant(appOf(form), form, url);
    },
    startDevice: (form) => devices.begin(checkPublic(appOf(form)), form["scope"] ?? ""),
    revokeRefreshTokens: () => refreshTokens.clear(),
  };
}

/** The id of an app in which people may sign in without a secret. */
function checkPublic({ clientId, publicClient }: FakeApp): string {
  if (publicClient === true) return clientId;
  throw oauthFailure("invalid_client", 7000218, "The app does not allow public client flows.");
}
