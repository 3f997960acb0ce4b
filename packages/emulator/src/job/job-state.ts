import { hasRun, type SynchronizationSchedule, type SynchronizationStatus } from "@graph-sync/core";
import { neverDue, neverExecuted } from "./never-run.ts";
import type { ResetFlag } from "./reset-scope.ts";

/** What `start`, `pause` and `restart` change of a job. */
export interface JobState {
  readonly schedule: SynchronizationSchedule;
  readonly status: SynchronizationStatus;
  /** Up to where the changes of the source were read; null: the next cycle looks at every object. */
  readonly watermark: string | null;
}

/** Of SCIM apps, fixed: https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups */
const scimInterval = "PT40M";

/**
 * Goes on where a paused job stopped, and lifts a quarantine; a job that runs is left as it is.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-start
 */
export function started(state: JobState): JobState {
  const isRunning = state.schedule.state === "Active" && !inQuarantine(state.status);
  return isRunning ? state : active(withoutQuarantine(state));
}

/**
 * Keeps progress and quarantine, and runs no more. A job that never started stays as it was created.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-pause
 */
export function paused(state: JobState): JobState {
  if (state.schedule.state !== "Active") return state;
  return {
    ...state,
    schedule: { ...state.schedule, state: "Paused" },
    status: { ...state.status, code: "Paused" },
  };
}

/**
 * Runs the job again after forgetting what the scope names.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-restart
 */
export function restarted(before: JobState, scope: ReadonlySet<ResetFlag>): JobState {
  let state = before;
  if (scope.has("Watermark")) state = { ...state, watermark: null };
  if (scope.has("Escrows")) state = { ...state, status: { ...state.status, escrowsPruned: false } };
  if (scope.has("ConnectorDataStore")) {
    state = { ...state, status: { ...state.status, synchronizedEntryCountByType: [] } };
  }
  return active(liftsQuarantine(state, scope) ? withoutQuarantine(state) : state);
}

/** Without a flag a restart is a start. `ForceDeletes` lifts the one quarantine that holds deletions back. */
function liftsQuarantine({ status }: JobState, scope: ReadonlySet<ResetFlag>): boolean {
  if (scope.size === 0 || scope.has("QuarantineState")) return true;
  return scope.has("ForceDeletes") && status.quarantine?.reason === "TooManyDeletes";
}

function withoutQuarantine(state: JobState): JobState {
  if (!inQuarantine(state.status)) return state;
  return { ...state, status: { ...state.status, quarantine: null, countSuccessiveCompleteFailures: 0 } };
}

function active({ schedule, status, watermark }: JobState): JobState {
  const interval = schedule.interval ?? neverDue;
  const code = status.quarantine ? "Quarantine" : hasRun({ status }) ? "Active" : "NotRun";
  return {
    schedule: { ...schedule, interval: interval === neverDue ? scimInterval : interval, state: "Active" },
    status: { ...status, code, lastExecution: status.lastExecution ?? neverExecuted },
    watermark,
  };
}

function inQuarantine(status: SynchronizationStatus): boolean {
  return status.code === "Quarantine" || (status.quarantine ?? null) !== null;
}
