import type { Entity } from "./entity.ts";
import type { SynchronizationJob } from "./synchronization-job.ts";
import type { SynchronizationSecretKeyStringValuePair } from "./synchronization-secret.ts";
import type { SynchronizationTemplate } from "./synchronization-template.ts";

/**
 * Everything that provisioning keeps for one app.
 * https://learn.microsoft.com/graph/api/resources/synchronization-synchronization
 */
export interface Synchronization extends Entity {
  /**
   * Credentials and settings of the connector; secret values are masked as `"*"`. Deprecated in beta, with removal
   * announced for 2027-07-06.
   */
  readonly secrets?: readonly SynchronizationSecretKeyStringValuePair[] | null;
  /** Only with `expand: ["jobs"]`. */
  readonly jobs?: readonly SynchronizationJob[] | null;
  /** Only with `expand: ["templates"]`. */
  readonly templates?: readonly SynchronizationTemplate[] | null;
}
