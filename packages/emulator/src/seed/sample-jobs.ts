import type { SynchronizationJob, SynchronizationTaskExecution } from "@graph-sync/core";
import { noCounts } from "../job/never-run.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A job in its steady state, whose last cycle ended some minutes before `now` (epoch milliseconds). */
export function runningJob(id: string, now: number): SynchronizationJob {
  const last = execution("9d3b6f10-42ce-4a8b-b0d7-5e1fa8c26d37", now - 12 * minuteMs, {
    countImported: 6,
    countImportedDeltas: 6,
    countEntitled: 5,
    countEntitledForProvisioning: 4,
  });
  const lastWithExports = execution("4f81c0a9-6de5-4b37-92fa-d80b1e7c3a64", now - 5 * hourMs - 32 * minuteMs, {
    countImported: 19,
    countImportedDeltas: 19,
    countEntitled: 17,
    countEntitledForProvisioning: 14,
    countExports: 11,
    countExported: 11,
  });
  return {
    id,
    templateId: "scim",
    schedule: { expiration: null, interval: "PT40M", state: "Active" },
    status: {
      code: "Active",
      countSuccessiveCompleteFailures: 0,
      escrowsPruned: false,
      lastExecution: last,
      lastSuccessfulExecution: last,
      lastSuccessfulExecutionWithExports: lastWithExports,
      progress: [],
      quarantine: null,
      steadyStateFirstAchievedTime: at(now - 63 * dayMs),
      steadyStateLastAchievedTime: at(now - 12 * minuteMs),
      synchronizedEntryCountByType: [
        { key: "User to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", value: 418 },
        { key: "Group to urn:ietf:params:scim:schemas:core:2.0:Group", value: 23 },
      ],
      troubleshootingUrl: null,
    },
    synchronizationJobSettings: [{ name: "QuarantineTooManyDeletesThreshold", value: "500" }],
  };
}

/** A job that its target has refused for two days, with the next attempt within a day of `now` (epoch milliseconds). */
export function quarantinedJob(id: string, now: number): SynchronizationJob {
  const error = {
    code: "InvalidCredentials",
    message: "Harborline did not accept the token: 401 Unauthorized on GET https://scim.harborline.example/Users.",
    tenantActionable: true,
  };
  const good = execution("c7e25d08-1f94-4603-a9eb-3b60d4f8125a", now - 2 * dayMs - 40 * minuteMs, {
    countImported: 3,
    countImportedDeltas: 3,
    countEntitled: 3,
    countEntitledForProvisioning: 3,
    countExports: 2,
    countExported: 2,
  });
  const failed = execution("08b4a6c3-e57d-4f21-8c96-f2d10e9b7345", now - 7 * hourMs, { state: "Failed", error });
  return {
    id,
    templateId: "scim",
    schedule: { expiration: null, interval: "PT40M", state: "Active" },
    status: {
      code: "Quarantine",
      countSuccessiveCompleteFailures: 4,
      escrowsPruned: false,
      lastExecution: failed,
      lastSuccessfulExecution: good,
      lastSuccessfulExecutionWithExports: good,
      progress: [],
      quarantine: {
        currentBegan: at(now - 2 * dayMs),
        error,
        nextAttempt: at(now + 17 * hourMs),
        reason: "EncounteredQuarantineException",
        seriesBegan: at(now - 2 * dayMs),
        seriesCount: 4,
      },
      steadyStateFirstAchievedTime: at(now - 204 * dayMs),
      steadyStateLastAchievedTime: at(now - 2 * dayMs - 40 * minuteMs),
      synchronizedEntryCountByType: [
        { key: "User to urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", value: 97 },
      ],
      troubleshootingUrl: null,
    },
    synchronizationJobSettings: [{ name: "QuarantineTooManyDeletesThreshold", value: "500" }],
  };
}

/** One cycle that ended at `ended` (epoch milliseconds), with counters of nought but for those given. */
function execution(
  activityIdentifier: string,
  ended: number,
  outcome: Partial<SynchronizationTaskExecution>,
): SynchronizationTaskExecution {
  return {
    activityIdentifier,
    ...noCounts,
    error: null,
    state: "Succeeded",
    timeBegan: at(ended - 48_000),
    timeEnded: at(ended),
    ...outcome,
  };
}

/** As the service prints a time: seconds without a fraction where there is none. */
function at(now: number): string {
  return new Date(now).toISOString().replace(/\.\d{3}Z$/u, "Z");
}
