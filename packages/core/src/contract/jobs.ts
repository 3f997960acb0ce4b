import type { Collection } from "../model/collection.ts";
import type { SynchronizationJob } from "../model/synchronization-job.ts";
import type { OnRoot, WithBody, WithCollectionQuery, WithEntityQuery, WithJob } from "./inputs.ts";
import type { Operation } from "./operation.ts";

/**
 * The synchronization jobs of an app: usually one, several for cloud sync.
 * https://learn.microsoft.com/graph/api/synchronization-synchronization-list-jobs
 */
export const listJobs: Operation<
  "jobs.list",
  OnRoot & WithCollectionQuery<SynchronizationJob, "schema">,
  Collection<SynchronizationJob>
> = {
  id: "jobs.list",
  method: "GET",
  path: "/{root}/{id}/synchronization/jobs",
  repeat: "safe",
  status: 200,
  keep: "changing",
  evidence: "documented",
};

/**
 * One synchronization job with its schedule and status.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-get
 */
export const getJob: Operation<
  "jobs.get",
  OnRoot & WithJob & WithEntityQuery<SynchronizationJob, "schema">,
  SynchronizationJob
> = {
  id: "jobs.get",
  method: "GET",
  path: "/{root}/{id}/synchronization/jobs/{jobId}",
  repeat: "safe",
  status: 200,
  keep: "changing",
  evidence: "documented",
};

/** What a job is made from. */
export interface NewJob {
  /** The id of a template of this app. */
  readonly templateId: string;
}

/**
 * Makes a job from a template. It is disabled until it is started, and may not be readable for a while.
 * https://learn.microsoft.com/graph/api/synchronization-synchronization-post-jobs
 */
export const createJob: Operation<"jobs.create", OnRoot & WithBody<NewJob>, SynchronizationJob> = {
  id: "jobs.create",
  method: "POST",
  path: "/{root}/{id}/synchronization/jobs",
  repeat: "never",
  status: 201,
  invalidates: ["synchronization.get", "jobs.list"],
  evidence: "documented",
};

/**
 * Changes a job's `synchronizationJobSettings`. It has no page; the permissions reference lists it since the secrets were
 * deprecated, and an older service answers 404.
 */
export const updateJob: Operation<"jobs.update", OnRoot & WithJob & WithBody<Partial<SynchronizationJob>>, void> = {
  id: "jobs.update",
  method: "PATCH",
  path: "/{root}/{id}/synchronization/jobs/{jobId}",
  repeat: "idempotent",
  status: 204,
  invalidates: ["synchronization.get", "jobs.list", "jobs.get"],
  evidence: "metadata-only",
};

/**
 * Stops a job and destroys its state. The accounts that it made stay as they are.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-delete
 */
export const deleteJob: Operation<"jobs.delete", OnRoot & WithJob, void> = {
  id: "jobs.delete",
  method: "DELETE",
  path: "/{root}/{id}/synchronization/jobs/{jobId}",
  repeat: "idempotent",
  status: 204,
  invalidates: [
    "synchronization.get",
    "jobs.list",
    "jobs.get",
    "jobs.schema.get",
    "jobs.schema.functions",
    "jobs.schema.filterOperators",
    "jobs.schema.directories.list",
    "jobs.schema.directories.get",
    "objectConnections.get",
  ],
  evidence: "documented",
};
