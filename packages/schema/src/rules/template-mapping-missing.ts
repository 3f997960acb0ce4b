import type { ObjectMapping } from "@graph-sync/core";
import { type LintRule, quoted } from "../lint/rule.ts";

export const templateMappingMissing: LintRule = {
  id: "template-mapping-missing",
  severity: "warning",
  *check({ objectMappings, template }) {
    const mappings = (template?.synchronizationRules ?? []).flatMap((rule) => rule.objectMappings ?? []);
    const byObjects = new Map(mappings.map((mapping) => [objectsOf(mapping), mapping]));
    for (const { mapping, path, attributes } of objectMappings) {
      const expected = byObjects.get(objectsOf(mapping))?.attributeMappings ?? [];
      const mapped = new Set(attributes.map((one) => one.mapping.targetAttributeName));
      for (const { targetAttributeName: name } of expected) {
        if (!name || mapped.has(name)) continue;
        const message = `The template maps ${quoted(name)}, this schema does not.`;
        yield { path: [...path, "attributeMappings"], message };
      }
    }
  },
};

const objectsOf = ({ sourceObjectName, targetObjectName }: ObjectMapping): string =>
  JSON.stringify([sourceObjectName ?? "", targetObjectName ?? ""]);
