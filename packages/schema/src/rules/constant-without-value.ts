import { type LintRule } from "../lint/rule.ts";
import type { AttributeMappingView } from "../lint/model.ts";

export const constantWithoutValue: LintRule = {
  id: "constant-without-value",
  severity: "error",
  *check({ attributeMappings }) {
    for (const view of attributeMappings) {
      if (!isEmpty(view)) continue;
      const message = "The mapping has no value to give: name an attribute or a constant, or set defaultValue.";
      yield { path: view.path, message };
    }
  },
};

function isEmpty({ mapping, expression }: AttributeMappingView): boolean {
  const { source, defaultValue } = mapping;
  if (defaultValue) return false;
  if (expression.tree?.type === "constant") return expression.tree.value === "";
  return expression.text === undefined && !source?.name && !source?.parameters?.length;
}
