import type { DateTimeOffset, Open } from "./entity.ts";
import type { SynchronizationError } from "./synchronization-error.ts";

/**
 * Why and since when a job is in quarantine.
 *
 * In quarantine a job runs about once a day, and after four weeks it is disabled. A series begins with the first
 * quarantine and ends when it is lifted.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationquarantine
 * https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-quarantine-status
 */
export interface SynchronizationQuarantine {
  /** When it was last evaluated and kept; documented examples also have `""`. */
  readonly currentBegan?: DateTimeOffset | null;
  /** The failure behind it. */
  readonly error?: SynchronizationError | null;
  /** When it is evaluated next; documented examples also have `""`. */
  readonly nextAttempt?: DateTimeOffset | null;
  /** Which rule put the job there. */
  readonly reason?: QuarantineReason | null;
  /** When the series began; documented examples also have `""`. */
  readonly seriesBegan?: DateTimeOffset | null;
  /** How often the series was evaluated and kept; an Int64. */
  readonly seriesCount?: number | null;
}

/**
 * Why a job is in quarantine; documented examples also have `""`.
 *
 * - `Encountered…Threshold`: too many objects failed, by number or by share.
 * - `EncounteredQuarantineException`: one failure was enough, such as refused credentials or answers that are not SCIM.
 * - `QuarantinedOnDemand`: someone asked for it.
 * - `TooManyDeletes`: a cycle would have deleted or disabled more than the job allows. `ForceDeletes` lets them happen.
 * - `IngestionInterrupted`: reading the source broke off; older service versions do not know it.
 */
export type QuarantineReason = Open<
  | "EncounteredBaseEscrowThreshold"
  | "EncounteredTotalEscrowThreshold"
  | "EncounteredEscrowProportionThreshold"
  | "EncounteredQuarantineException"
  | "Unknown"
  | "QuarantinedOnDemand"
  | "TooManyDeletes"
  | "IngestionInterrupted"
>;
