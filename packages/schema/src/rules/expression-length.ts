import { maxExpressionLength } from "@graph-sync/expressions";
import { type LintRule } from "../lint/rule.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/known-issues */
export const expressionLength: LintRule = {
  id: "expression-length",
  severity: "error",
  *check({ attributeMappings }) {
    for (const { path, expression } of attributeMappings) {
      const length = expression.text?.length ?? 0;
      if (length <= maxExpressionLength) continue;
      const message = `The expression has ${length} characters, and at most ${maxExpressionLength} are taken: shorten it.`;
      yield { path: [...path, "source", "expression"], message };
    }
  },
};
