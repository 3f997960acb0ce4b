import type { Open } from "./entity.ts";

/**
 * Where a mapped value comes from: an attribute, a constant, or a function over other sources.
 * https://learn.microsoft.com/graph/api/resources/synchronization-attributemappingsource
 */
export interface AttributeMappingSource {
  /** The whole source as an expression, such as `Replace([userName], "-", , , "_", , )`; at most 10,000 characters. */
  readonly expression?: string | null;
  /** The attribute's name, the constant's value or the function's name, by `type`. */
  readonly name?: string | null;
  /** Of a function; an argument that the expression leaves out is left out here too. */
  readonly parameters?: readonly StringKeyAttributeMappingSourceValuePair[] | null;
  /** Says how `name` is to be read. */
  readonly type?: AttributeMappingSourceType | null;
}

/** What a source is. */
export type AttributeMappingSourceType = Open<"Attribute" | "Constant" | "Function">;

/**
 * An argument of a function, which is a source again.
 * https://learn.microsoft.com/graph/api/resources/synchronization-stringkeyattributemappingsourcevaluepair
 */
export interface StringKeyAttributeMappingSourceValuePair {
  /** The parameter's name, as `schema/functions` answers it. */
  readonly key?: string | null;
  /** The argument. */
  readonly value?: AttributeMappingSource | null;
}
