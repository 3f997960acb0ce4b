import type { Collection } from "../model/collection.ts";
import type { SynchronizationJob } from "../model/synchronization-job.ts";
import type { OnRoot, WithCollectionQuery, WithEntityQuery, WithJob } from "./inputs.ts";
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
