import { type LintRule } from "../lint/rule.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/how-provisioning-works */
export const noDisableMapping: LintRule = {
  id: "no-disable-mapping",
  severity: "warning",
  *check({ objectMappings }) {
    for (const { mapping, path, target, attributes } of objectMappings) {
      if (mapping.enabled === false || attributes.length === 0 || target?.attributes.has("active") !== true) continue;
      if (attributes.some((one) => one.mapping.targetAttributeName === "active")) continue;
      const message =
        "Nothing maps active, so who is unassigned, filtered out or disabled stays enabled in the target: map Not([IsSoftDeleted]).";
      yield { path: [...path, "attributeMappings"], message };
    }
  },
};
