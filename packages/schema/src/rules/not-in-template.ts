import { type LintRule, quoted } from "../lint/rule.ts";

/** https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationrule */
export const notInTemplate: LintRule = {
  id: "not-in-template",
  severity: "error",
  *check({ rules, template }) {
    if (template === undefined) return;
    const ids = new Set((template.synchronizationRules ?? []).map(({ id }) => id));
    for (const { rule, path } of rules) {
      if (!rule.id || ids.has(rule.id)) continue;
      const message = `The template has no rule ${quoted(rule.id)}: a rule's id must be one of the template's.`;
      yield { path: [...path, "id"], message };
    }
  },
};
