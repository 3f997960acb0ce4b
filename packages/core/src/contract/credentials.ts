import type { SynchronizationSecretKeyStringValuePair } from "../model/synchronization-secret.ts";
import type { OnRoot, WithBody, WithJob } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/** Which credentials to try. */
export interface CredentialsValidation {
  /** Try the saved ones; `credentials` are then ignored. */
  readonly useSavedCredentials?: boolean;
  /** The values to try; they are not saved. Secrets in full, never `"*"`. */
  readonly credentials?: readonly SynchronizationSecretKeyStringValuePair[];
  /** The template that says how to connect; needed where there is no job yet. */
  readonly templateId?: string;
  /** The gallery's id of the app; documented without further explanation. */
  readonly applicationIdentifier?: string;
}

/**
 * Tries a job's credentials against its target; a failure is an error that says why.
 *
 * Deprecated in beta since 2026-02-06, to be removed on 2027-07-06.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-validatecredentials
 */
export const validateJobCredentials: Operation<
  "jobs.validateCredentials",
  OnRoot & WithJob & WithBody<CredentialsValidation>,
  void
> = {
  id: "jobs.validateCredentials",
  method: "POST",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/validateCredentials",
  repeat: "idempotent",
  status: 204,
  invalidates: [],
  evidence: "documented",
};

/**
 * Tries credentials before there is a job; the template says how. Bound to the collection of jobs in the metadata, and used by
 * Microsoft's guide to cross-tenant synchronization.
 * https://learn.microsoft.com/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure-graph
 */
export const validateCredentials: Operation<
  "jobs.validateCredentialsForTemplate",
  OnRoot & WithBody<CredentialsValidation & { readonly templateId: string }>,
  void
> = {
  id: "jobs.validateCredentialsForTemplate",
  method: "POST",
  path: "/{root}/{id}/synchronization/jobs/validateCredentials",
  repeat: "idempotent",
  status: 204,
  invalidates: [],
  evidence: "documented",
};

/**
 * The successor of `validateCredentials`, named by its deprecation and by the permissions reference; it has no page yet.
 */
export const validateConnectivity: Operation<"jobs.validateConnectivity", OnRoot & WithJob, void> = {
  id: "jobs.validateConnectivity",
  method: "POST",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/validateConnectivity",
  repeat: "idempotent",
  status: 204,
  invalidates: [],
  roots: ["servicePrincipals"],
  versions: ["beta"],
  evidence: "metadata-only",
};
