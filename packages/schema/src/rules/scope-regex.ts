import { filterOperator } from "@graph-sync/expressions";
import { evaluateFilter } from "@graph-sync/expressions/scope";
import type { LintRule } from "../lint/rule.ts";
import { clausesOf } from "../lint/scope-clauses.ts";

export const scopeRegex: LintRule = {
  id: "scope-regex",
  severity: "error",
  *check({ objectMappings }) {
    for (const { clause, path } of clausesOf(objectMappings)) {
      const operator = filterOperator(clause.operatorName ?? "")?.name;
      const name = clause.sourceOperandName;
      if (!name || (operator !== "REGEX MATCH" && operator !== "NOT REGEX MATCH")) continue;
      if (!clause.targetOperand?.values?.length) continue;
      // A clause that is wrong says so of any object that has a value.
      const { groups } = evaluateFilter({ groups: [{ clauses: [clause] }] }, { [name]: "x" });
      const [result] = groups.flatMap(({ clauses }) => clauses);
      if (result?.misconfigured === true) yield { path: [...path, "targetOperand"], message: result.reason };
    }
  },
};
