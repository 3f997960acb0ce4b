export {
  type Argument,
  type Attribute,
  type Call,
  type Comparison,
  type ComparisonOperator,
  type Concatenation,
  type Constant,
  type Expression,
  type Identifier,
  type Omitted,
} from "./syntax/tree.ts";
export { maxExpressionLength, parse } from "./syntax/parse.ts";
export { format } from "./syntax/format.ts";
export {
  ExpressionSyntaxError,
  isExpressionSyntaxError,
  positionAt,
  type SyntaxErrorCode,
} from "./syntax/syntax-error.ts";
export type { FunctionInfo, FunctionParameter, FunctionType, Surface } from "./functions/function-info.ts";
export type { ScopingFilter, ScopingFilterClause, ScopingFilterGroup } from "./scope/filter.ts";
export {
  type FilterOperandType,
  type FilterOperator,
  filterOperator,
  type FilterOperatorName,
  filterOperators,
} from "./scope/operators.ts";
export { functions } from "./functions/definitions.ts";
export { evaluate, type Evaluation } from "./evaluate/evaluate.ts";
export type { EvaluateOptions } from "./evaluate/options.ts";
export type { Complex, Output } from "./evaluate/value.ts";
export {
  type EvaluationErrorCode,
  ExpressionEvaluationError,
  isExpressionEvaluationError,
} from "./evaluate/evaluation-error.ts";
