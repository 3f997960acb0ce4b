import type { AttributeMappingSource } from "./attribute-mapping-source.ts";
import type { StringKeyObjectValuePair } from "./key-value-pair.ts";
import type { ObjectDefinition } from "./object-definition.ts";
import type { PublicError } from "./public-error.ts";

/**
 * An object to try an expression on.
 * https://learn.microsoft.com/graph/api/resources/synchronization-expressioninputobject
 */
export interface ExpressionInputObject {
  /** The types of the attributes; may be null. */
  readonly definition?: ObjectDefinition | null;
  /** The values of the attributes. */
  readonly properties?: readonly StringKeyObjectValuePair[] | null;
}

/**
 * An expression, read and tried. An expression that cannot be read is a 200 with `parsingSucceeded: false`.
 * https://learn.microsoft.com/graph/api/resources/synchronization-parseexpressionresponse
 */
export interface ParseExpressionResponse {
  /** Null when reading and trying both went well. */
  readonly error?: PublicError | null;
  /** The values that came out; more than one for an attribute with several. */
  readonly evaluationResult?: readonly string[] | null;
  /** Whether it could be evaluated for the test object. */
  readonly evaluationSucceeded?: boolean | null;
  /** The expression in the form an attribute mapping takes as its `source`; its text is normalised. */
  readonly parsedExpression?: AttributeMappingSource | null;
  /** Whether it is a valid expression. */
  readonly parsingSucceeded?: boolean | null;
}
