import { type LintRule } from "../lint/rule.ts";

export const noMatchingAttribute: LintRule = {
  id: "no-matching-attribute",
  severity: "error",
  *check({ objectMappings }) {
    for (const { mapping, path, attributes } of objectMappings) {
      if (mapping.enabled === false || attributes.length === 0) continue;
      if (attributes.some((one) => (one.mapping.matchingPriority ?? 0) > 0)) continue;
      const message =
        "No attribute is for matching: give one that is unique, such as userName, the matchingPriority 1.";
      yield { path: [...path, "attributeMappings"], message };
    }
  },
};
