/** `Symbol.for`, because two copies of this package may meet in one program and must know each other's errors. */
const brand = Symbol.for("graph-sync.expression-evaluation-error");

/** Why an expression has no value for an object. */
export type EvaluationErrorCode =
  | "unknown-function"
  | "not-implemented"
  | "wrong-surface"
  | "argument-count"
  | "argument-missing"
  | "argument-type"
  | "argument-value"
  | "multi-valued"
  | "regular-expression"
  | "needs"
  | "not-unique"
  | "not-nested"
  | "too-long"
  | "raised";

/** An expression has no value for an object. The message names the function, the argument and what to do. */
export class ExpressionEvaluationError extends Error {
  /** Always `ExpressionEvaluationError`. */
  override readonly name: string = "ExpressionEvaluationError";
  /** What programs tell the fault by. */
  readonly code: EvaluationErrorCode;
  /** The function that refused, or undefined outside of any. */
  readonly functionName: string | undefined;
  /** Its place in the expression: offsets in UTF-16 units. */
  readonly start: number;
  /** The first offset after the place. */
  readonly end: number;

  constructor(code: EvaluationErrorCode, message: string, place: EvaluationErrorPlace) {
    super(message);
    this.code = code;
    this.functionName = place.name;
    this.start = place.start;
    this.end = place.end;
    Object.defineProperty(this, brand, { value: true });
  }
}

export interface EvaluationErrorPlace {
  readonly name?: string;
  readonly start: number;
  readonly end: number;
}

/** Whether an error says that an expression has no value; also of another copy of this package. */
export function isExpressionEvaluationError(value: unknown): value is ExpressionEvaluationError {
  return typeof value === "object" && value !== null && Object.hasOwn(value, brand);
}
