import type { SynchronizationJob } from "@graph-sync/core";

/** How the service prints "never": year 1, and the longest duration that .NET knows. */
const never = "0001-01-01T00:00:00Z";

/**
 * Schedule and status of a job that was created and not started.
 * https://learn.microsoft.com/graph/api/synchronization-synchronization-post-jobs
 */
export const neverRun: Pick<SynchronizationJob, "schedule" | "status"> = {
  schedule: { expiration: null, interval: "P10675199DT2H48M5.4775807S", state: "Disabled" },
  status: {
    code: "NotConfigured",
    countSuccessiveCompleteFailures: 0,
    escrowsPruned: false,
    lastExecution: null,
    lastSuccessfulExecution: null,
    lastSuccessfulExecutionWithExports: null,
    progress: [],
    quarantine: null,
    steadyStateFirstAchievedTime: never,
    steadyStateLastAchievedTime: never,
    synchronizedEntryCountByType: [],
    troubleshootingUrl: null,
  },
};
