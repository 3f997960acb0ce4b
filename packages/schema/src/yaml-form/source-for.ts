import { isExpressionSyntaxError, parse } from "@graph-sync/expressions";
import { toParsedExpression } from "@graph-sync/expressions/service";

/**
 * The source that the service makes of an expression, so that a file need not repeat it; undefined where the text cannot
 * be read. Only a source that is exactly this is left out of a file.
 */
export function sourceFor(expression: string): object | undefined {
  try {
    return { ...toParsedExpression(parse(expression)), expression };
  } catch (error) {
    if (isExpressionSyntaxError(error)) return undefined;
    throw error;
  }
}
