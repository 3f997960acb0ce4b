import { hasRun, isQuarantined, type SynchronizationJob } from "@graph-sync/core";

/** Whether nobody has to look after a job: it is in no quarantine, and its last run, if there was one, did not fail. */
export function isHealthy(job: SynchronizationJob): boolean {
  // A job that never ran says `Failed` as well, with the error code `None`.
  return !isQuarantined(job) && !(hasRun(job) && job.status?.lastExecution?.state === "Failed");
}
