import type { Open } from "./entity.ts";
import type { StringKeyStringValuePair } from "./key-value-pair.ts";

/**
 * An attribute that objects of a directory have.
 * https://learn.microsoft.com/graph/api/resources/synchronization-attributedefinition
 */
export interface AttributeDefinition {
  /** Whether its value identifies the object. One attribute of an object, no more, is the anchor; it never changes. */
  readonly anchor?: boolean | null;
  /** How the attribute is read and written by each API of the target. */
  readonly apiExpressions?: readonly StringKeyStringValuePair[] | null;
  /** Whether `a` and `A` are two values, so that a change of case alone counts as a change. */
  readonly caseExact?: boolean | null;
  /** What a required attribute gets when it has no value. */
  readonly defaultValue?: string | null;
  /** Whether an empty source value clears the target's; otherwise nulls do not flow. */
  readonly flowNullValues?: boolean | null;
  /** Notes of the connector; leave the values as they are. */
  readonly metadata?: readonly AttributeDefinitionMetadataEntry[] | null;
  /** Default false. */
  readonly multivalued?: boolean | null;
  /** Default `ReadWrite`. */
  readonly mutability?: Mutability | null;
  /** Unique in its object; upper and lower case are two names. */
  readonly name?: string | null;
  /** Of a `Reference`: the objects it may point to, such as `User` for a manager. */
  readonly referencedObjects?: readonly ReferencedObject[] | null;
  /** Whether an object cannot be created without it. */
  readonly required?: boolean | null;
  /** Default `String`. */
  readonly type?: AttributeType | null;
}

/** The type of an attribute's values. Documented examples also print it in lower case. */
export type AttributeType = Open<"String" | "Integer" | "Reference" | "Binary" | "Boolean" | "DateTime">;

/** Who may change an attribute, and when: `Immutable` is set once, `WriteOnly` is never read back. */
export type Mutability = Open<"ReadWrite" | "ReadOnly" | "Immutable" | "WriteOnly">;

/**
 * An object that a reference may point to.
 * https://learn.microsoft.com/graph/api/resources/synchronization-referencedobject
 */
export interface ReferencedObject {
  /** The name of an object of the same directory. */
  readonly referencedObjectName?: string | null;
  /** The property whose value is the reference; the service does not support it yet. */
  readonly referencedProperty?: string | null;
}

/** A note of the connector on an attribute; the value is text. */
export interface AttributeDefinitionMetadataEntry {
  /** What the note is about. */
  readonly key?: AttributeDefinitionMetadata | null;
  /** What it says. */
  readonly value?: string | null;
}

/** What a note on an attribute is about: `IsCustomerDefined` marks one that an administrator added. */
export type AttributeDefinitionMetadata = Open<
  | "BaseAttributeName"
  | "ComplexObjectDefinition"
  | "IsContainer"
  | "IsCustomerDefined"
  | "IsDomainQualified"
  | "LinkPropertyNames"
  | "LinkTypeName"
  | "MaximumLength"
  | "ReferencedProperty"
>;
