import type { LintRule } from "../lint/rule.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data */
export const uniqueValueFlow: LintRule = {
  id: "unique-value-flow",
  severity: "warning",
  *check({ attributeMappings }) {
    for (const { mapping, path, expression } of attributeMappings) {
      if (mapping.flowType?.toLowerCase() === "objectaddonly") continue;
      if (!expression.calls.some(({ name }) => name === "SelectUniqueValue")) continue;
      const edits = [{ path: [...path, "flowType"], value: "ObjectAddOnly" }];
      const fix = { summary: "Apply it only while the object is created.", edits };
      yield { path, message: "SelectUniqueValue works only while an object is created.", fix };
    }
  },
};
