import { spelledOtherwise } from "../lint/attribute-names.ts";
import { type LintRule, quoted, writing } from "../lint/rule.ts";

export const unknownTargetAttribute: LintRule = {
  id: "unknown-target-attribute",
  severity: "error",
  *check({ attributeMappings }) {
    for (const { mapping, path, owner } of attributeMappings) {
      const { target } = owner;
      const name = mapping.targetAttributeName;
      const place = [...path, "targetAttributeName"];
      if (!name) {
        yield { path, message: "The mapping names no target attribute: give it one, or remove it." };
      } else if (target !== undefined && !target.attributes.has(name)) {
        const message = `${quoted(target.definition.name)} has no attribute ${quoted(name)}.`;
        const spelling = spelledOtherwise(name, target);
        yield { path: place, message, ...(spelling !== undefined && { fix: writing(spelling, place) }) };
      }
    }
  },
};
