import type { Open } from "./entity.ts";

/**
 * How it went.
 * https://learn.microsoft.com/graph/api/resources/provisioningstatusinfo
 */
export interface ProvisioningStatusInfo {
  /** Null after a success. */
  readonly errorInformation?: ProvisioningErrorInfo | null;
  /** How it ended. */
  readonly status?: ProvisioningResult | null;
}

/** How an action or a step of it ended. */
export type ProvisioningResult = Open<"success" | "failure" | "skipped" | "warning" | "unknownFutureValue">;

/** Why it did not go well. */
export interface ProvisioningErrorInfo {
  /** What else the service says, often an answer of the target. */
  readonly additionalDetails?: string | null;
  /** Whose error it is. */
  readonly errorCategory?: ProvisioningStatusErrorCategory | null;
  /** Such as `DuplicateTargetEntries`; a connector has its own. */
  readonly errorCode?: string | null;
  /** A sentence for people. */
  readonly reason?: string | null;
  /** What Microsoft recommends to do. */
  readonly recommendedAction?: string | null;
}

/** Whose error it is: `nonServiceFailure` is one of the data, the target or the configuration. */
export type ProvisioningStatusErrorCategory = Open<"failure" | "nonServiceFailure" | "success" | "unknownFutureValue">;

/** Beta only and deprecated: how it went, without the reason. */
export interface StatusBase {
  /** How it ended. */
  readonly status?: ProvisioningResult | null;
}

/** Beta only and deprecated: how it went and why, in one object. `ProvisioningStatusInfo` takes its place. */
export interface StatusDetails extends StatusBase {
  /** What else the service says. */
  readonly additionalDetails?: string | null;
  /** Whose error it is. */
  readonly errorCategory?: ProvisioningStatusErrorCategory | null;
  /** A code of the service or of the connector. */
  readonly errorCode?: string | null;
  /** A sentence for people. */
  readonly reason?: string | null;
  /** What Microsoft recommends to do. */
  readonly recommendedAction?: string | null;
}
