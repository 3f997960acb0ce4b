import { definitionOf } from "../functions/definitions.ts";
import type { Call, Concatenation, Expression } from "../syntax/tree.ts";
import { maxTextLength, refuse, severalValues } from "./arguments.ts";
import type { Frame, Run } from "./call-frame.ts";
import { callMistake } from "./call-mistake.ts";
import { compare } from "./compare.ts";
import { type EvaluationErrorCode, ExpressionEvaluationError } from "./evaluation-error.ts";
import { onlyValue, readAttributeValue, textOf, type Value } from "./value.ts";

export function evaluateTree(tree: Expression, run: Run): Value {
  switch (tree.type) {
    case "constant":
      return tree.value;
    case "identifier":
      return tree.name;
    case "attribute": {
      const { attributes } = run.options;
      return attributes !== undefined && Object.hasOwn(attributes, tree.name)
        ? readAttributeValue(attributes[tree.name])
        : null;
    }
    case "call":
      return evaluateCall(tree, run);
    case "comparison":
      return compare(tree, evaluateTree(tree.left, run), evaluateTree(tree.right, run));
    case "concatenation":
      return concatenate(tree, run);
  }
}

function evaluateCall(call: Call, run: Run): Value {
  const definition = definitionOf(call.name);
  if (definition === undefined) {
    throw new ExpressionEvaluationError("unknown-function", `There is no function ${call.name}; case counts.`, call);
  }
  const frame: Frame = { run, call, definition };
  const mistake = callMistake(call, definition, run.options.surface);
  if (mistake !== undefined) refuse(frame, mistake.code, mistake.message);
  return definition.evaluate(frame);
}

function concatenate({ parts, start, end }: Concatenation, run: Run): string {
  const refuseHere = (code: EvaluationErrorCode, message: string): never => {
    throw new ExpressionEvaluationError(code, message, { start, end });
  };
  let text = "";
  for (const part of parts) {
    const value = onlyValue(evaluateTree(part, run));
    if (value === undefined) return refuseHere("multi-valued", `A side of & ${severalValues}`);
    text += value === null ? "" : textOf(value);
    if (text.length > maxTextLength)
      return refuseHere("too-long", `& would make more than ${maxTextLength} characters.`);
  }
  return text;
}
