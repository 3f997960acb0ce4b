import type { AttributeMapping } from "./attribute-mapping.ts";
import type { Open } from "./entity.ts";
import type { Filter } from "./filter.ts";

/**
 * How objects of one type become objects of the target: which, when, and with which attributes.
 * https://learn.microsoft.com/graph/api/resources/synchronization-objectmapping
 */
export interface ObjectMapping {
  /** At least one has a `matchingPriority` above 0, or no object finds its partner. */
  readonly attributeMappings?: readonly AttributeMapping[] | null;
  /** False: the mapping is skipped. */
  readonly enabled?: boolean | null;
  /** Default all three, `"Add, Update, Delete"`. */
  readonly flowTypes?: ObjectFlowTypes | null;
  /** For Microsoft's support; leave the values as they are. */
  readonly metadata?: readonly ObjectMappingMetadataEntry[] | null;
  /** What people call it; nothing refers to it. */
  readonly name?: string | null;
  /** The scoping filter; null takes every object. Changing it starts a new initial cycle. */
  readonly scope?: Filter | null;
  /** The name of an object in the rule's source directory. */
  readonly sourceObjectName?: string | null;
  /** The name of an object in the rule's target directory. */
  readonly targetObjectName?: string | null;
}

/**
 * What may happen to objects in the target. Flags: several come as one string, `"Add, Update, Delete"`, with or without
 * the blanks.
 */
export type ObjectFlowTypes = Open<"None" | "Add" | "Update" | "Delete">;

/** A note on an object mapping; the value is text. */
export interface ObjectMappingMetadataEntry {
  /** What the note is about. */
  readonly key?: ObjectMappingMetadata | null;
  /** What it says. */
  readonly value?: string | null;
}

/** What a note on an object mapping is about. */
export type ObjectMappingMetadata = Open<
  | "EscrowBehavior"
  | "DisableMonitoringForChanges"
  | "OriginalJoiningProperty"
  | "Disposition"
  | "IsCustomerDefined"
  | "ExcludeFromReporting"
  | "Unsynchronized"
>;

/** What becomes of an object that failed. No property has this type: it is the text of an `EscrowBehavior` note. */
export type EscrowBehavior = Open<"Default" | "IgnoreLookupReferenceResolutionFailure">;

/** What is done with an object. No property has this type: it is the text of a `Disposition` note. */
export type SynchronizationDisposition = Open<"Normal" | "Discard" | "Escrow">;
