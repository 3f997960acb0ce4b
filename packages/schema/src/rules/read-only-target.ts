import { type LintRule, quoted } from "../lint/rule.ts";

/** https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes */
export const readOnlyTarget: LintRule = {
  id: "read-only-target",
  severity: "error",
  *check({ attributeMappings }) {
    for (const { mapping, path, owner } of attributeMappings) {
      const name = mapping.targetAttributeName ?? "";
      const mutability = owner.target?.attributes.get(name)?.mutability?.toLowerCase();
      if (mutability === "readonly") {
        const fix = { summary: "Remove the mapping.", edits: [{ path }] };
        yield { path, message: `The target does not let ${quoted(name)} be written: remove the mapping.`, fix };
      } else if (mutability === "immutable" && (mapping.flowType ?? "Always").toLowerCase() === "always") {
        const place = [...path, "flowType"];
        const fix = {
          summary: "Set it only while the object is created.",
          edits: [{ path: place, value: "ObjectAddOnly" }],
        };
        yield { path, message: `${quoted(name)} is set once, but the mapping flows on every change.`, fix };
      }
    }
  },
};
