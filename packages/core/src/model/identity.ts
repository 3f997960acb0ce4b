import type { Open } from "./entity.ts";

/**
 * Someone or something by name and id; the service may add members.
 * https://learn.microsoft.com/graph/api/resources/identity
 */
export interface Identity {
  /** What people call it; null where the service does not know. */
  readonly displayName?: string | null;
  /** The id that its own system gave it. */
  readonly id?: string | null;
  /** What else the service says. */
  readonly [name: string]: unknown;
}

/**
 * Who or what started an action in the provisioning logs.
 * https://learn.microsoft.com/graph/api/resources/initiator
 */
export interface Initiator extends Identity {
  /** What kind of party it was. */
  readonly initiatorType?: InitiatorType | null;
  /** The same under the name that some documented entries have; the metadata does not know it. */
  readonly initiatingType?: InitiatorType | null;
}

/** `system` is the provisioning service itself. */
export type InitiatorType = Open<"user" | "application" | "system" | "unknownFutureValue">;

/**
 * The object that was provisioned, as one side knows it.
 * https://learn.microsoft.com/graph/api/resources/provisionedidentity
 */
export interface ProvisionedIdentity extends Identity {
  /** What the service notes of the object. */
  readonly details?: DetailsInfo | null;
  /** The type of the object, such as `Group`; of a SCIM target it can be a schema's URN. */
  readonly identityType?: string | null;
}

/**
 * The source or the target of an action.
 * https://learn.microsoft.com/graph/api/resources/provisioningsystem
 */
export interface ProvisioningSystem extends Identity {
  /** Of the target: `ApplicationId`, `ServicePrincipalId`, `ServicePrincipalDisplayName`. */
  readonly details?: DetailsInfo | null;
}

/**
 * The app that an action belongs to. Its page says it comes as a list; the metadata and all examples have one object.
 * https://learn.microsoft.com/graph/api/resources/provisioningserviceprincipal
 */
export type ProvisioningServicePrincipal = Identity;

/**
 * Facts in no fixed form; the service names them as it likes, with blanks too (`"Active in the source system"`).
 * https://learn.microsoft.com/graph/api/resources/detailsinfo
 */
export interface DetailsInfo {
  /** A fact by the name that the service gave it. */
  readonly [name: string]: unknown;
}
