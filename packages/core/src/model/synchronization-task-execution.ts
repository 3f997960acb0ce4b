import type { DateTimeOffset, Open } from "./entity.ts";
import type { SynchronizationError } from "./synchronization-error.ts";

/**
 * One run of a job. All counts are Int64.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationtaskexecution
 */
export interface SynchronizationTaskExecution {
  /** The id of the run. */
  readonly activityIdentifier?: string | null;
  /** Objects processed that are assigned to the app. */
  readonly countEntitled?: number | null;
  /** Objects processed that are assigned for provisioning. */
  readonly countEntitledForProvisioning?: number | null;
  /** Objects that failed and are retried later. */
  readonly countEscrowed?: number | null;
  /** As `countEscrowed`, with those that the service set aside itself. */
  readonly countEscrowedRaw?: number | null;
  /** Objects written to the target. */
  readonly countExported?: number | null;
  /** Objects that were to be written to the target. */
  readonly countExports?: number | null;
  /** Objects read. */
  readonly countImported?: number | null;
  /** Changes read. */
  readonly countImportedDeltas?: number | null;
  /** Changes of references read, such as members and managers. */
  readonly countImportedReferenceDeltas?: number | null;
  /** Null after a run without one; `code: "None"` in the record of a job that never ran. */
  readonly error?: SynchronizationError | null;
  /**
   * `Failed` with the error code `None` and year-0001 times is not a failure: the job was started and has not run yet.
   */
  readonly state?: SynchronizationTaskExecutionResult | null;
  /** UTC; year 0001 for never. */
  readonly timeBegan?: DateTimeOffset | null;
  /** UTC; year 0001 for never. */
  readonly timeEnded?: DateTimeOffset | null;
}

/** `EntryLevelErrors`: the run ended, and some objects failed. */
export type SynchronizationTaskExecutionResult = Open<"Succeeded" | "Failed" | "EntryLevelErrors">;
