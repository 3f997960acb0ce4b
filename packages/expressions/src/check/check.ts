import { callMistake } from "../evaluate/call-mistake.ts";
import type { EvaluateOptions } from "../evaluate/options.ts";
import { definitionOf } from "../functions/definitions.ts";
import { compilePattern } from "../regex/compile-pattern.ts";
import { PatternError } from "../regex/pattern.ts";
import type { Call, Expression } from "../syntax/tree.ts";
import { advice } from "./advice.ts";

/** Something about an expression that can be known without an object. */
export interface Finding {
  /**
   * `error`: it fails for every object that reaches the place. `warning`: the reference advises against it, or says that
   * it does not work.
   */
  readonly severity: "error" | "warning";
  /** What programs tell it by. */
  readonly code: FindingCode;
  /** Begins with the name of the function. */
  readonly message: string;
  /** The place in the text: offsets in UTF-16 units. */
  readonly start: number;
  /** The first offset after it. */
  readonly end: number;
}

/** What is wrong with an expression, for programs. */
export type FindingCode =
  | "unknown-function"
  | "not-implemented"
  | "wrong-surface"
  | "argument-count"
  | "argument-missing"
  | "regular-expression"
  | "not-nested"
  | "switch-presence"
  | "condition-presence";

/** What to check an expression for. */
export interface CheckOptions {
  /** Where the mapping is used; application provisioning, if nothing is said. */
  readonly surface?: NonNullable<EvaluateOptions["surface"]>;
}

/** Looks for mistakes that can be known without an object: none gives an empty list. */
export function check(tree: Expression, { surface = "app-provisioning" }: CheckOptions = {}): readonly Finding[] {
  const findings: Finding[] = [];
  visit(tree, tree, surface, findings);
  return findings;
}

type Surface = NonNullable<CheckOptions["surface"]>;

function visit(tree: Expression, top: Expression, surface: Surface, findings: Finding[]): void {
  switch (tree.type) {
    case "call":
      findings.push(...findingsOf(tree, top, surface));
      for (const one of tree.arguments) if (one.type !== "omitted") visit(one, top, surface, findings);
      return;
    case "concatenation":
      for (const part of tree.parts) visit(part, top, surface, findings);
      return;
    case "comparison":
      visit(tree.left, top, surface, findings);
      visit(tree.right, top, surface, findings);
      return;
    default:
      return;
  }
}

function* findingsOf(call: Call, top: Expression, surface: Surface): Generator<Finding> {
  const { name, start, end } = call;
  const error = (code: FindingCode, message: string): Finding => ({
    severity: "error",
    code,
    message: `${name}: ${message}`,
    start,
    end,
  });

  const definition = definitionOf(name);
  if (definition === undefined) {
    yield error("unknown-function", "there is no such function; case counts.");
    return;
  }
  const mistake = callMistake(call, definition, surface);
  if (mistake !== undefined) yield error(mistake.code, mistake.message);
  else if (name === "Switch" && call.arguments.length % 2 !== 0) {
    yield error("argument-count", "a key at the end has no value.");
  }
  if (definition.status === "not-implemented") yield error("not-implemented", "what it gives is not documented.");
  if (name === "SelectUniqueValue" && call !== top)
    yield error("not-nested", "it cannot stand inside another function.");
  const pattern = name === "Replace" ? call.arguments[2] : undefined;
  const problem = pattern?.type === "constant" ? patternProblem(pattern.value) : undefined;
  if (problem !== undefined) yield error("regular-expression", problem);
  yield* advice(call, surface);
}

function patternProblem(text: string): string | undefined {
  try {
    compilePattern(text);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) return `${error.message}.`;
    throw error;
  }
}
