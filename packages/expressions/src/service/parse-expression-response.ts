import { evaluate } from "../evaluate/evaluate.ts";
import { isExpressionEvaluationError } from "../evaluate/evaluation-error.ts";
import type { EvaluateOptions } from "../evaluate/options.ts";
import { parse } from "../syntax/parse.ts";
import { isExpressionSyntaxError } from "../syntax/syntax-error.ts";
import { type ParsedExpression, toParsedExpression } from "./parsed-expression.ts";

/**
 * What the service's `parseExpression` answers: an expression that cannot be read is an answer, too.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-parseexpression
 */
export interface ParseExpressionAnswer {
  /** Null when reading and trying both went well. */
  readonly error: ExpressionProblem | null;
  /** The values that came out; none for no value, null when nothing was tried. */
  readonly evaluationResult: readonly string[] | null;
  /** Whether it could be evaluated for the object. */
  readonly evaluationSucceeded: boolean;
  /** Null when the expression cannot be read. */
  readonly parsedExpression: ParsedExpression | null;
  /** Whether it is a valid expression. */
  readonly parsingSucceeded: boolean;
}

/** https://learn.microsoft.com/graph/api/resources/publicerror */
export interface ExpressionProblem {
  /** What programs tell the problem by. */
  readonly code: string;
  /** A sentence for people. */
  readonly message: string;
  /** The function that it is about; null where it is about none. */
  readonly target: string | null;
}

/** https://learn.microsoft.com/graph/api/resources/synchronization-expressioninputobject */
export interface ExpressionInputObject {
  /** The attributes of the object; one that is not here has no value. */
  readonly properties?: readonly ExpressionInputProperty[] | null;
}

/** One attribute of the object that an expression is tried on. */
export interface ExpressionInputProperty {
  /** The attribute's name. */
  readonly key?: string | null;
  /** Its value as JSON has it. */
  readonly value?: unknown;
}

/**
 * Answers as the service does: reads the expression, and tries it on an object where one is given. The codes of errors
 * are ours: the service's are not documented.
 */
export function toParseExpressionResponse(
  text: string,
  testInput?: ExpressionInputObject | null,
  options: Omit<EvaluateOptions, "attributes"> = {},
): ParseExpressionAnswer {
  try {
    const tree = parse(text);
    const read = { parsedExpression: toParsedExpression(tree), parsingSucceeded: true };
    if (testInput === undefined || testInput === null) {
      return { error: null, evaluationResult: null, evaluationSucceeded: false, ...read };
    }
    try {
      const { values } = evaluate(tree, { ...options, attributes: attributesOf(testInput) });
      return { error: null, evaluationResult: values, evaluationSucceeded: true, ...read };
    } catch (error) {
      if (!isExpressionEvaluationError(error)) throw error;
      const problem = { code: error.code, message: error.message, target: error.functionName ?? null };
      return { error: problem, evaluationResult: null, evaluationSucceeded: false, ...read };
    }
  } catch (error) {
    if (!isExpressionSyntaxError(error)) throw error;
    const problem = { code: error.code, message: error.message, target: null };
    const nothing = { evaluationResult: null, evaluationSucceeded: false, parsedExpression: null };
    return { error: problem, ...nothing, parsingSucceeded: false };
  }
}

function attributesOf({ properties }: ExpressionInputObject): Readonly<Record<string, unknown>> {
  const pairs = (properties ?? []).flatMap(({ key, value }) =>
    typeof key === "string" ? [[key, value] as const] : [],
  );
  return Object.fromEntries(pairs);
}
