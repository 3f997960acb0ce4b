import type { Open } from "./entity.ts";

/**
 * What a restart forgets.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobrestartcriteria
 */
export interface SynchronizationJobRestartCriteria {
  /**
   * Left out or empty, it is what the portal's "Restart provisioning" does: `"QuarantineState, Watermark, Escrows"`.
   */
  readonly resetScope?: SynchronizationJobRestartScope | null;
}

/**
 * Parts of a job's state. Flags: several are one string, `"Watermark, Escrows"`.
 *
 * - `None`: starts a job that is paused or in quarantine; Microsoft says to use `start` instead.
 * - `ConnectorDataStore`: forgets what is known of all users; only when Microsoft's support asks for it.
 * - `Escrows`: forgets objects that failed, so that they are not retried.
 * - `Watermark`: looks at every object again.
 * - `QuarantineState`: lifts the quarantine for now.
 * - `Full`: the four above; links between objects are lost and matched anew.
 * - `ForceDeletes`: makes the deletions that a quarantine for `TooManyDeletes` holds back; send it alone.
 */
export type SynchronizationJobRestartScope = Open<
  "None" | "ConnectorDataStore" | "Escrows" | "Watermark" | "QuarantineState" | "Full" | "ForceDeletes"
>;
