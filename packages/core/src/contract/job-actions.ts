import type { StringKeyStringValuePair } from "../model/key-value-pair.ts";
import type { SynchronizationJobApplicationParameters } from "../model/provision-on-demand.ts";
import type { SynchronizationJobRestartCriteria } from "../model/synchronization-job-restart.ts";
import type { OnRoot, WithBody, WithJob } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/**
 * Starts a disabled or paused job where it stopped, or lifts a quarantine. Never call it in a loop: that can stop the service.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-start
 */
export const startJob: Operation<"jobs.start", OnRoot & WithJob, void> = {
  id: "jobs.start",
  method: "POST",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/start",
  repeat: "idempotent",
  status: 204,
  invalidates: ["synchronization.get", "jobs.list", "jobs.get"],
  evidence: "documented",
};

/**
 * Pauses a job; its progress is kept, and `start` goes on from there.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-pause
 */
export const pauseJob: Operation<"jobs.pause", OnRoot & WithJob, void> = {
  id: "jobs.pause",
  method: "POST",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/pause",
  repeat: "idempotent",
  status: 204,
  invalidates: ["synchronization.get", "jobs.list", "jobs.get"],
  evidence: "documented",
};

/** What a restart clears. */
export interface RestartJob {
  /** Without it the service does what the portal's "Restart provisioning" does. */
  readonly criteria?: SynchronizationJobRestartCriteria;
}

/**
 * Makes a job process all objects again, and clears the state that `criteria.resetScope` names.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-restart
 */
export const restartJob: Operation<"jobs.restart", OnRoot & WithJob & Partial<WithBody<RestartJob>>, void> = {
  id: "jobs.restart",
  method: "POST",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/restart",
  repeat: "never",
  status: 204,
  invalidates: ["synchronization.get", "jobs.list", "jobs.get"],
  evidence: "documented",
};

/** Which objects to provision now; one user, or one group with at most five members. */
export interface ProvisionOnDemand {
  /** Which objects to provision, by which rule; one entry a rule. */
  readonly parameters: readonly SynchronizationJobApplicationParameters[];
}

/**
 * Provisions one object now and tells how; read the answer with `provisionResult`. At most 5 calls in 10 seconds.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-provisionondemand
 */
export const provisionOnDemand: Operation<
  "jobs.provisionOnDemand",
  OnRoot & WithJob & WithBody<ProvisionOnDemand>,
  StringKeyStringValuePair
> = {
  id: "jobs.provisionOnDemand",
  method: "POST",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/provisionOnDemand",
  repeat: "never",
  status: 200,
  invalidates: ["jobs.list", "jobs.get", "synchronization.get"],
  evidence: "documented",
};
