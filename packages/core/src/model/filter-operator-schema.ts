import type { AttributeType } from "./attribute-definition.ts";
import type { Entity, Open } from "./entity.ts";

/**
 * An operator that scoping filters can use.
 * https://learn.microsoft.com/graph/api/resources/synchronization-filteroperatorschema
 */
export interface FilterOperatorSchema extends Entity {
  /** The operator's name. The metadata has only `id`; every documented answer carries `name` instead. */
  readonly name?: string | null;
  /** Whether a clause needs a value to compare with. */
  readonly arity?: ScopeOperatorType | null;
  /** How it reads an attribute with several values. */
  readonly multivaluedComparisonType?: ScopeOperatorMultiValuedComparisonType | null;
  /** The types of attribute that it can compare. */
  readonly supportedAttributeTypes?: readonly AttributeType[] | null;
}

/** `Binary` compares with a value; `Unary` asks the attribute alone, like `IS NULL`. */
export type ScopeOperatorType = Open<"Binary" | "Unary">;

/** Of an attribute with several values: whether all of them must pass, or any one. */
export type ScopeOperatorMultiValuedComparisonType = Open<"All" | "Any">;
