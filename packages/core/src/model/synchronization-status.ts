import type { DateTimeOffset, Open } from "./entity.ts";
import type { StringKeyLongValuePair } from "./key-value-pair.ts";
import type { SynchronizationQuarantine } from "./synchronization-quarantine.ts";
import type { SynchronizationTaskExecution } from "./synchronization-task-execution.ts";

/**
 * How a job is doing.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationstatus
 */
export interface SynchronizationStatus {
  /** The one word that says most. */
  readonly code?: SynchronizationStatusCode | null;
  /** How many times the job failed in a row; an Int64. */
  readonly countSuccessiveCompleteFailures?: number | null;
  /**
   * Whether errors were dropped in the initial cycle because they were enough for a quarantine. The cycle then goes on
   * to its end and the job pauses until someone has cleaned up.
   */
  readonly escrowsPruned?: boolean | null;
  /** Of a job that was started and has not run yet, a record of zeros: see `SynchronizationTaskExecution.state`. */
  readonly lastExecution?: SynchronizationTaskExecution | null;
  /** The last execution without an error; null before there is one. */
  readonly lastSuccessfulExecution?: SynchronizationTaskExecution | null;
  /** The last execution that wrote to the target; null before there is one. */
  readonly lastSuccessfulExecutionWithExports?: SynchronizationTaskExecution | null;
  /** How far the job has come, one entry a kind of unit. */
  readonly progress?: readonly SynchronizationProgress[] | null;
  /** Null unless the job is in quarantine. */
  readonly quarantine?: SynchronizationQuarantine | null;
  /** When there was first nothing left to do; year 0001 for never. */
  readonly steadyStateFirstAchievedTime?: DateTimeOffset | null;
  /** When there was last nothing left to do; year 0001 for never. */
  readonly steadyStateLastAchievedTime?: DateTimeOffset | null;
  /** How many objects are synchronized, by their type. */
  readonly synchronizedEntryCountByType?: readonly StringKeyLongValuePair[] | null;
  /** Null or `""` where there is nothing to troubleshoot. */
  readonly troubleshootingUrl?: string | null;
}

/**
 * - `NotConfigured`: there is no connection to the target yet, or the job was never run.
 * - `NotRun`: configured, perhaps started; the first run is not complete.
 * - `Active`: it runs periodically.
 * - `Paused`: mostly by an administrator; the state is kept.
 * - `Quarantine`: too many errors, or a critical one; it runs seldom. See `SynchronizationQuarantine`.
 */
export type SynchronizationStatusCode = Open<"NotConfigured" | "NotRun" | "Active" | "Paused" | "Quarantine">;

/**
 * How far a job has come.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationprogress
 */
export interface SynchronizationProgress {
  /** An Int64. */
  readonly completedUnits?: number | null;
  /** When the two numbers were taken. */
  readonly progressObservationDateTime?: DateTimeOffset | null;
  /** An Int64. */
  readonly totalUnits?: number | null;
  /** What is counted. */
  readonly units?: string | null;
}
