import type { Expression } from "../syntax/tree.ts";
import type { Run } from "./call-frame.ts";
import { evaluateTree } from "./evaluate-tree.ts";
import type { EvaluateOptions } from "./options.ts";
import { type Output, toOutput, toTexts } from "./value.ts";

/** What an expression gives for one object. */
export interface Evaluation {
  /**
   * The value: null where there is none, an array where the function gives several. A date is text, and so is a whole
   * number above 2^53.
   */
  readonly value: Output;
  /** The same as texts, as the service's `evaluationResult` has them: none, one or several. */
  readonly values: readonly string[];
  /** Whether the attribute leaves the flow, by `IgnoreFlowIfNullOrEmpty`: the target keeps what it has. */
  readonly dropped: boolean;
  /** Whether provisioning logs show `[Redact]` instead, by `Redact`. */
  readonly redacted: boolean;
}

/**
 * Evaluates an expression for one object. Only the branches that are taken are evaluated.
 *
 * @throws ExpressionEvaluationError where the expression has no value: the object's attribute would not be provisioned.
 * @example evaluate(parse('Trim([name])'), { attributes: { name: " Ada " } }).value
 */
export function evaluate(tree: Expression, options: EvaluateOptions = {}): Evaluation {
  const run: Run = { options, top: tree, dropped: false, redacted: false };
  const value = evaluateTree(tree, run);
  const { dropped, redacted } = run;
  if (dropped) return { value: null, values: [], dropped, redacted };
  return { value: toOutput(value), values: toTexts(value), dropped, redacted };
}
