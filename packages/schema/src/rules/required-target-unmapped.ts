import type { AttributeDefinition } from "@graph-sync/core";
import { type LintRule, quoted } from "../lint/rule.ts";

export const requiredTargetUnmapped: LintRule = {
  id: "required-target-unmapped",
  severity: "error",
  *check({ objectMappings }) {
    for (const { mapping, path, target, attributes } of objectMappings) {
      if (mapping.enabled === false || target === undefined || attributes.length === 0) continue;
      const mapped = new Set(attributes.map((one) => one.mapping.targetAttributeName));
      for (const [name, definition] of target.attributes) {
        if (!needed(definition) || mapped.has(name)) continue;
        const message = `${quoted(target.definition.name)} requires ${quoted(name)}, which no mapping writes: add one.`;
        yield { path: [...path, "attributeMappings"], message };
      }
    }
  },
};

/** The target gives its own key, what cannot be written, and a default where it has one. */
function needed({ required, anchor, mutability, defaultValue }: AttributeDefinition): boolean {
  return required === true && anchor !== true && mutability?.toLowerCase() !== "readonly" && !defaultValue;
}
