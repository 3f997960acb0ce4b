import type { DateTimeOffset, Entity, Open } from "./entity.ts";
import type { ObjectDefinition } from "./object-definition.ts";

/**
 * What the service knows of one side of a synchronization: the objects there and their attributes.
 *
 * It is read and written as a part of the schema. `id` is what `discover` takes.
 * https://learn.microsoft.com/graph/api/resources/synchronization-directorydefinition
 */
export interface DirectoryDefinition extends Entity {
  /** What the target can tell about its own schema. */
  readonly discoverabilities?: DirectoryDefinitionDiscoverabilities | null;
  /** When the target's schema was last read; null where it never was. */
  readonly discoveryDateTime?: DateTimeOffset | null;
  /** Unique in the schema; the rules refer to it. */
  readonly name?: string | null;
  /** The types of object that the directory has. */
  readonly objects?: readonly ObjectDefinition[] | null;
  /** Whether the definition cannot be changed. */
  readonly readOnly?: boolean | null;
  /** The version that was discovered; null where none was. */
  readonly version?: string | null;
}

/**
 * What can be discovered. Flags: several come as one string, `"AttributeNames, AttributeDataTypes"`, with or without
 * the blank.
 */
export type DirectoryDefinitionDiscoverabilities = Open<
  "None" | "AttributeNames" | "AttributeDataTypes" | "AttributeReadOnly" | "ReferenceAttributes" | "UnknownFutureValue"
>;
