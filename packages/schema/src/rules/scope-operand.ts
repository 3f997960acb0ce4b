import { filterOperator } from "@graph-sync/expressions";
import { type LintRule, quoted } from "../lint/rule.ts";
import { clausesOf } from "../lint/scope-clauses.ts";

export const scopeOperand: LintRule = {
  id: "scope-operand",
  severity: "error",
  *check({ objectMappings }) {
    for (const { clause, path } of clausesOf(objectMappings)) {
      const operator = filterOperator(clause.operatorName ?? "");
      if (operator?.arity !== "Binary") continue;
      const values = clause.targetOperand?.values ?? [];
      if (values.length === 0 || values.every((value) => value === "")) {
        yield { path: [...path, "targetOperand"], message: `${operator.name} needs a value to compare with.` };
      }
      if (!operator.name.startsWith("Greater_Than")) continue;
      for (const [index, value] of values.entries()) {
        if (/^\d+$/.test(value)) continue;
        const message = `${operator.name} compares whole numbers such as 0, 1, 2, and ${quoted(value)} is none.`;
        yield { path: [...path, "targetOperand", "values", index], message };
      }
    }
  },
};
