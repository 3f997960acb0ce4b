import { isJsonObject } from "../wire/json.ts";
import type { Collection } from "../model/collection.ts";
import type { SynchronizationSecretKeyStringValuePair } from "../model/synchronization-secret.ts";
import type { OnRoot, WithBody } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/**
 * The credentials and settings of an app's connector. Secret values come back as `"*"`.
 *
 * It has no reference page; Microsoft's how-to "skip out of scope deletions" and the Terraform provider use it.
 * https://learn.microsoft.com/entra/identity/app-provisioning/skip-out-of-scope-deletions
 */
export const listSecrets: Operation<"secrets.list", OnRoot, Collection<SynchronizationSecretKeyStringValuePair>> = {
  id: "secrets.list",
  method: "GET",
  path: "/{root}/{id}/synchronization/secrets",
  repeat: "safe",
  status: 200,
  keep: "never",
  evidence: "used-by-clients",
};

/** The whole set of an app's credentials and settings. */
export interface SecretsReplacement {
  /** The pairs that are to be there afterwards. */
  readonly value: readonly SynchronizationSecretKeyStringValuePair[];
}

/**
 * Replaces **all** credentials and settings: a key that is left out is gone. Masked values (`"*"`) are refused here, because
 * the service would keep the star; give the real value, or leave the key out to remove it.
 *
 * Deprecated in beta since 2026-02-06, to be removed on 2027-07-06.
 * https://learn.microsoft.com/graph/api/synchronization-serviceprincipal-put-synchronization
 */
export const replaceSecrets: Operation<"secrets.replace", OnRoot & WithBody<SecretsReplacement>, void> = {
  id: "secrets.replace",
  method: "PUT",
  path: "/{root}/{id}/synchronization/secrets",
  repeat: "idempotent",
  status: 204,
  invalidates: ["synchronization.get", "secrets.list"],
  evidence: "documented",
  fault: ({ body }) => maskedKeys(isJsonObject(body) ? body.value : undefined),
};

function maskedKeys(pairs: unknown): string | undefined {
  if (!Array.isArray(pairs)) return "body.value must be the list of all keys with their values";
  const masked = pairs.filter(isJsonObject).filter(({ value }) => value === "*");
  if (masked.length === 0) return undefined;
  const keys = masked.map(({ key }) => (typeof key === "string" ? key : "a key")).join(", ");
  return `the value of ${keys} is masked ("*"): give the real one, for this call replaces the whole set`;
}
