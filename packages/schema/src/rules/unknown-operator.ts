import { filterOperator } from "@graph-sync/expressions";
import { type LintRule, quoted, writing } from "../lint/rule.ts";
import { clausesOf } from "../lint/scope-clauses.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/define-conditional-rules-for-provisioning-user-accounts */
export const unknownOperator: LintRule = {
  id: "unknown-operator",
  severity: "error",
  *check({ objectMappings }) {
    for (const { clause, path } of clausesOf(objectMappings)) {
      const name = clause.operatorName ?? "";
      const known = filterOperator(name);
      if (known?.name === name) continue;
      const place = [...path, "operatorName"];
      if (known === undefined) {
        yield { path: place, message: `No operator is called ${quoted(name)}: ask the service's filterOperators.` };
      } else {
        yield {
          path: place,
          message: `The operator is called ${quoted(known.name)}, not ${quoted(name)}.`,
          fix: writing(known.name, place),
        };
      }
    }
  },
};
