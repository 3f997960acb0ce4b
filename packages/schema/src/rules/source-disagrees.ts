import type { AttributeMappingSource } from "@graph-sync/core";
import type { Expression } from "@graph-sync/expressions";
import { type LintRule, quoted } from "../lint/rule.ts";

export const sourceDisagrees: LintRule = {
  id: "source-disagrees",
  severity: "warning",
  *check({ attributeMappings }) {
    for (const { mapping, path, expression } of attributeMappings) {
      const { source } = mapping;
      if (!source?.type || expression.tree === undefined) continue;
      const said = sayingOf(source);
      const meant = meaningOf(expression.tree);
      if (said === undefined || meant === undefined || said === meant) continue;
      const message = `The expression is ${meant}, but type and name say ${said}: let both say the same, or drop type, name and parameters.`;
      yield { path: [...path, "source"], message };
    }
  },
};

function sayingOf({ type, name }: AttributeMappingSource): string | undefined {
  const kind = type?.toLowerCase() ?? "";
  if (kind !== "attribute" && kind !== "constant" && kind !== "function") return undefined;
  return typeof name === "string" ? `the ${kind} ${quoted(name)}` : undefined;
}

/** Joined texts and comparisons have no documented name in a source. */
function meaningOf(tree: Expression): string | undefined {
  if (tree.type === "attribute") return `the attribute ${quoted(tree.name)}`;
  if (tree.type === "constant") return `the constant ${quoted(tree.value)}`;
  return tree.type === "call" ? `the function ${quoted(tree.name)}` : undefined;
}
