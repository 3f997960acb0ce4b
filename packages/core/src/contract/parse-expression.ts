import type { AttributeDefinition } from "../model/attribute-definition.ts";
import type { ExpressionInputObject } from "../model/parse-expression.ts";

/** An expression, and what to try it with. */
export interface ParseExpression {
  /** What a mapping's source would say, such as `Join(" ", [givenName], [surname])`. */
  readonly expression: string;
  /** Without it the expression is parsed and not evaluated. */
  readonly testInputObject?: ExpressionInputObject | null;
  /** The attribute that the value is for, so that its type is checked too. */
  readonly targetAttributeDefinition?: AttributeDefinition | null;
}
