import { check } from "@graph-sync/expressions/check";
import type { AttributeMappingView } from "./model.ts";
import type { Problem } from "./rule.ts";

/** What can be known of a mapping's expression without an object. */
export function* checkExpression(
  { path, owner, expression }: AttributeMappingView,
  severity: "error" | "warning",
): Generator<Problem> {
  if (expression.tree === undefined) return;
  const { containerFilter, groupFilter } = owner.rule.rule;
  // Only rules of cloud sync have these two.
  const surface = containerFilter || groupFilter ? "cloud-sync" : "app-provisioning";
  for (const finding of check(expression.tree, { surface })) {
    if (finding.severity === severity) yield { path: [...path, "source", "expression"], message: finding.message };
  }
}
