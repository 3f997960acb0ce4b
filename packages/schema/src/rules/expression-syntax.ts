import { maxExpressionLength } from "@graph-sync/expressions";
import { type LintRule } from "../lint/rule.ts";

export const expressionSyntax: LintRule = {
  id: "expression-syntax",
  severity: "error",
  *check({ attributeMappings }) {
    for (const { path, expression } of attributeMappings) {
      const { text = "", fault } = expression;
      if (fault === undefined || text.length > maxExpressionLength) continue;
      yield { path: [...path, "source", "expression"], message: `The expression cannot be read. ${fault}` };
    }
  },
};
