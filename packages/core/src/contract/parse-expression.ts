import type { AttributeDefinition } from "../model/attribute-definition.ts";
import type { ExpressionInputObject } from "../model/parse-expression.ts";

/** An expression, and what to try it with. */
export interface ParseExpression {
  readonly expression: string;
  /** Without it the expression is parsed and not evaluated. */
  readonly testInputObject?: ExpressionInputObject | null;
  readonly targetAttributeDefinition?: AttributeDefinition | null;
}
