import { type LintRule, quoted } from "../lint/rule.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data */
export const switchReference: LintRule = {
  id: "switch-reference",
  severity: "warning",
  *check({ attributeMappings }) {
    for (const { mapping, path, owner, expression } of attributeMappings) {
      const name = mapping.targetAttributeName ?? "";
      const type = owner.target?.attributes.get(name)?.type?.toLowerCase();
      if (type !== "reference" || !expression.calls.some((call) => call.name === "Switch")) continue;
      const message = `${quoted(name)} is a reference, which Switch cannot give: map the attribute itself.`;
      yield { path: [...path, "source"], message };
    }
  },
};
