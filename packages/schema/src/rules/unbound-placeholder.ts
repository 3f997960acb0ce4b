import { type LintRule, type Problem, quoted } from "../lint/rule.ts";
import { mapStrings } from "../model/json.ts";
import { placeholdersIn } from "../portable/placeholder.ts";

export const unboundPlaceholder: LintRule = {
  id: "unbound-placeholder",
  severity: "error",
  check({ schema }) {
    const problems: Problem[] = [];
    mapStrings(schema, (text, path) => {
      for (const key of placeholdersIn(text)) {
        problems.push({ path, message: `The placeholder ${quoted(key)} has no value yet: bind it with fromPortable.` });
      }
      return text;
    });
    return problems;
  },
};
