import type { AttributeType } from "./attribute-definition.ts";
import type { Entity } from "./entity.ts";

/**
 * A function that expressions can call.
 * https://learn.microsoft.com/graph/api/resources/synchronization-attributemappingfunctionschema
 */
export interface AttributeMappingFunctionSchema extends Entity {
  /** The function's name. The metadata has only `id`; every documented answer carries `name` instead. */
  readonly name?: string | null;
  /** In the order in which they are written in a call. */
  readonly parameters?: readonly AttributeMappingParameterSchema[] | null;
}

/**
 * A parameter of a function.
 * https://learn.microsoft.com/graph/api/resources/synchronization-attributemappingparameterschema
 */
export interface AttributeMappingParameterSchema {
  /** Whether the argument may be given more than once, as the last one of `Join`. */
  readonly allowMultipleOccurrences?: boolean | null;
  /** Unique in its function; the `key` of an argument. */
  readonly name?: string | null;
  /** Whether a call without it cannot be parsed. */
  readonly required?: boolean | null;
  /** The type that an argument is read as. */
  readonly type?: AttributeType | null;
}
