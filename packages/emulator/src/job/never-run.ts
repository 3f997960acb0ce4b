import type { SynchronizationJob, SynchronizationTaskExecution } from "@graph-sync/core";

/** How the service prints "never": year 1, and the longest duration that .NET knows. */
const never = "0001-01-01T00:00:00Z";
export const neverDue = "P10675199DT2H48M5.4775807S";

/**
 * Schedule and status of a job that was created and not started.
 * https://learn.microsoft.com/graph/api/synchronization-synchronization-post-jobs
 */
export const neverRun: Required<Pick<SynchronizationJob, "schedule" | "status">> = {
  schedule: { expiration: null, interval: neverDue, state: "Disabled" },
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

/** The counters of an execution in which nothing happened. */
export const noCounts: Readonly<Partial<SynchronizationTaskExecution>> = {
  countEntitled: 0,
  countEntitledForProvisioning: 0,
  countEscrowed: 0,
  countEscrowedRaw: 0,
  countExported: 0,
  countExports: 0,
  countImported: 0,
  countImportedDeltas: 0,
  countImportedReferenceDeltas: 0,
};

/**
 * The last execution of a job that was started and has not run yet: it "failed" with no error, and means nothing.
 * https://learn.microsoft.com/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure-graph
 */
export const neverExecuted: SynchronizationTaskExecution = {
  activityIdentifier: null,
  ...noCounts,
  state: "Failed",
  timeBegan: never,
  timeEnded: never,
  error: { code: "None", message: "", tenantActionable: false },
};
