import { checkExpression } from "../lint/check-expression.ts";
import type { LintRule } from "../lint/rule.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data */
export const expressionAdvice: LintRule = {
  id: "expression-advice",
  severity: "warning",
  *check({ attributeMappings }) {
    for (const view of attributeMappings) yield* checkExpression(view, "warning");
  },
};
