import type { SynchronizationSecretKeyStringValuePair } from "../model/synchronization-secret.ts";
import type { Synchronization } from "../model/synchronization.ts";
import { unwrapEntity } from "./envelope.ts";
import type { OnRoot, WithBody, WithEntityQuery } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/**
 * The container of an app's jobs, templates and secrets.
 *
 * The only page for it is an auto-generated draft, whose example wraps the entity as `{ "value": { … } }`; the SDKs
 * expect the bare entity. Both are read.
 */
export const getSynchronization: Operation<
  "synchronization.get",
  OnRoot & WithEntityQuery<Synchronization, "jobs" | "templates">,
  Synchronization
> = {
  id: "synchronization.get",
  method: "GET",
  path: "/{root}/{id}/synchronization",
  repeat: "safe",
  status: 200,
  keep: "never",
  evidence: "documented",
  read: unwrapEntity,
};

/** Credentials by key, as a connector asks for them. */
export interface Credentials {
  /** What the connector needs for the exchange, such as `Oauth2AuthorizationCode` and `Oauth2RedirectUri`. */
  readonly credentials: readonly SynchronizationSecretKeyStringValuePair[];
}

/**
 * Trades an OAuth authorization code for the access token that the connector keeps. A code is good once.
 *
 * Deprecated in beta since 2026-02-06, to be removed on 2027-07-06.
 * https://learn.microsoft.com/graph/api/synchronization-synchronization-acquireaccesstoken
 */
export const acquireAccessToken: Operation<"synchronization.acquireAccessToken", OnRoot & WithBody<Credentials>, void> =
  {
    id: "synchronization.acquireAccessToken",
    method: "POST",
    path: "/{root}/{id}/synchronization/acquireAccessToken",
    repeat: "never",
    status: 204,
    invalidates: ["synchronization.get", "secrets.list"],
    evidence: "documented",
  };

/**
 * Whether the synchronization service answers. It stands in the beta metadata alone; the service may not have it.
 */
export const pingSynchronization: Operation<"synchronization.ping", OnRoot, { readonly value?: string }> = {
  id: "synchronization.ping",
  method: "GET",
  path: "/{root}/{id}/synchronization/Ping()",
  repeat: "safe",
  status: 200,
  keep: "never",
  versions: ["beta"],
  evidence: "metadata-only",
};
