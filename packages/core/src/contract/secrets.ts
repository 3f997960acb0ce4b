import type { Collection } from "../model/collection.ts";
import type { SynchronizationSecretKeyStringValuePair } from "../model/synchronization-secret.ts";
import type { OnRoot } from "./inputs.ts";
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
