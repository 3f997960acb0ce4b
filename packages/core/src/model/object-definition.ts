import type { AttributeDefinition } from "./attribute-definition.ts";
import type { Open } from "./entity.ts";

/**
 * A type of object in a directory, such as `User` or `Group`.
 * https://learn.microsoft.com/graph/api/resources/synchronization-objectdefinition
 */
export interface ObjectDefinition {
  /** What objects of this type have. */
  readonly attributes?: readonly AttributeDefinition[] | null;
  /** Notes of the connector; leave the values as they are. */
  readonly metadata?: readonly ObjectDefinitionMetadataEntry[] | null;
  /** Unique in its directory; the object mappings refer to it. */
  readonly name?: string | null;
  /** The APIs of the target that the object can be read and written by. */
  readonly supportedApis?: readonly string[] | null;
}

/** A note of the connector on an object; the value is text. */
export interface ObjectDefinitionMetadataEntry {
  /** What the note is about. */
  readonly key?: ObjectDefinitionMetadata | null;
  /** What it says. */
  readonly value?: string | null;
}

/** What a note on an object is about. `PropertyName…` name the attribute that plays that part. */
export type ObjectDefinitionMetadata = Open<
  | "PropertyNameAccountEnabled"
  | "PropertyNameSoftDeleted"
  | "IsSoftDeletionSupported"
  | "IsSynchronizeAllSupported"
  | "ConnectorDataStorageRequired"
  | "Extensions"
  | "BaseObjectName"
>;
