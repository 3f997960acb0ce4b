import type { Open } from "./entity.ts";
import type { DetailsInfo } from "./identity.ts";
import type { ProvisioningResult } from "./provisioning-status-info.ts";

/**
 * One step of what was done for an object.
 * https://learn.microsoft.com/graph/api/resources/provisioningstep
 */
export interface ProvisioningStep {
  /** A sentence for people. */
  readonly description?: string | null;
  /** Facts by the names that the service chose. */
  readonly details?: DetailsInfo | null;
  /** Such as `EntryImportAdd`. */
  readonly name?: string | null;
  /** The part of a cycle. */
  readonly provisioningStepType?: ProvisioningStepType | null;
  /** How the step ended. */
  readonly status?: ProvisioningResult | null;
}

/** The part of a cycle that a step belongs to. Documented examples also print it as `Import` and `Export`. */
export type ProvisioningStepType = Open<
  "import" | "scoping" | "matching" | "processing" | "referenceResolution" | "export" | "unknownFutureValue"
>;
