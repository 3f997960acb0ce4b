import { type LintRule } from "../lint/rule.ts";
import type { AttributeMappingView } from "../lint/model.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes */
export const unusableMatchingAttribute: LintRule = {
  id: "unusable-matching-attribute",
  severity: "warning",
  *check({ attributeMappings }) {
    for (const view of attributeMappings) {
      const problem = (view.mapping.matchingPriority ?? 0) > 0 ? problemOf(view) : undefined;
      if (problem !== undefined) {
        yield {
          path: view.path,
          message: `${problem}, so it cannot match objects: match by an attribute that is unique.`,
        };
      }
    }
  },
};

const madeUp = new Set(["SelectUniqueValue", "RandomString", "Guid", "Now"]);

function problemOf({ mapping, owner, expression }: AttributeMappingView): string | undefined {
  if (expression.tree?.type === "constant") return "A constant is the same for everyone";
  const call = expression.calls.find(({ name }) => madeUp.has(name));
  if (call !== undefined) return `${call.name} gives another value each time`;
  const target = owner.target?.attributes.get(mapping.targetAttributeName ?? "");
  return target?.multivalued === true ? "The target attribute has several values" : undefined;
}
