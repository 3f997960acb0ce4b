import type { DateTimeOffset, Entity, Open } from "./entity.ts";
import type { Initiator, ProvisionedIdentity, ProvisioningServicePrincipal, ProvisioningSystem } from "./identity.ts";
import type { ProvisioningStatusInfo, StatusDetails } from "./provisioning-status-info.ts";
import type { ProvisioningStep } from "./provisioning-step.ts";

/**
 * An entry of the provisioning logs: what was done for one object. It shows up five to ten minutes after the fact.
 * https://learn.microsoft.com/graph/api/resources/provisioningobjectsummary
 */
export interface ProvisioningObjectSummary extends Entity {
  /** Beta only and deprecated, `"Create"`: see `provisioningAction`, which the oldest entries lack. */
  readonly action?: string | null;
  /** When it was done. */
  readonly activityDateTime?: DateTimeOffset | null;
  /** The id of this change. */
  readonly changeId?: string | null;
  /** The id of the cycle that made it. */
  readonly cycleId?: string | null;
  /** How long the action took. */
  readonly durationInMilliseconds?: number | null;
  /** Who or what started it; mostly the service. */
  readonly initiatedBy?: Initiator | null;
  /** The job that did it; filters can compare it. */
  readonly jobId?: string | null;
  /** The attributes of the target that were set; empty where none was. */
  readonly modifiedProperties?: readonly ModifiedProperty[] | null;
  /** What was done in the target. */
  readonly provisioningAction?: ProvisioningAction | null;
  /** How it ended, and why. */
  readonly provisioningStatusInfo?: ProvisioningStatusInfo | null;
  /** What was done, step by step. */
  readonly provisioningSteps?: readonly ProvisioningStep[] | null;
  /** The app. */
  readonly servicePrincipal?: ProvisioningServicePrincipal | null;
  /** The object in the source. */
  readonly sourceIdentity?: ProvisionedIdentity | null;
  /** Where the object comes from. */
  readonly sourceSystem?: ProvisioningSystem | null;
  /** Beta only and deprecated: see `provisioningStatusInfo`. */
  readonly statusInfo?: StatusDetails | null;
  /** Its members are `""` where the target has no such object. */
  readonly targetIdentity?: ProvisionedIdentity | null;
  /** Where it was written to. */
  readonly targetSystem?: ProvisioningSystem | null;
  /** The tenant that the job belongs to. */
  readonly tenantId?: string | null;
}

/**
 * What was done. `stagedDelete`: a deletion that is held back because there are too many of them.
 *
 * Filters of the logs tell upper from lower case, and entries of both spellings exist (`create`, `Create`).
 */
export type ProvisioningAction = Open<
  "other" | "create" | "delete" | "disable" | "update" | "stagedDelete" | "unknownFutureValue"
>;

/**
 * An attribute that was changed; the values are text.
 * https://learn.microsoft.com/graph/api/resources/modifiedproperty
 */
export interface ModifiedProperty {
  /** The attribute's name in the target. */
  readonly displayName?: string | null;
  /** What it has now; null where it was cleared. */
  readonly newValue?: string | null;
  /** Null where it had no value, and for a new object. */
  readonly oldValue?: string | null;
}
