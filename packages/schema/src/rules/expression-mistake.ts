import { checkExpression } from "../lint/check-expression.ts";
import type { LintRule } from "../lint/rule.ts";

export const expressionMistake: LintRule = {
  id: "expression-mistake",
  severity: "error",
  *check({ attributeMappings }) {
    for (const view of attributeMappings) yield* checkExpression(view, "error");
  },
};
