/** What the service answers about expressions: the answers of `parseExpression`, and an expression as a mapping's source. */
export { type ParsedExpression, type ParsedParameter, toParsedExpression } from "./service/parsed-expression.ts";
export {
  type ExpressionProblem,
  type ExpressionInputObject,
  type ExpressionInputProperty,
  type ParseExpressionAnswer,
  toParseExpressionResponse,
} from "./service/parse-expression-response.ts";
