import { isComputed, spelledOtherwise } from "../lint/attribute-names.ts";
import { type LintRule, quoted, writing } from "../lint/rule.ts";
import { clausesOf } from "../lint/scope-clauses.ts";

export const unknownScopeAttribute: LintRule = {
  id: "unknown-scope-attribute",
  severity: "error",
  *check({ objectMappings }) {
    for (const { clause, path, owner } of clausesOf(objectMappings)) {
      const { source } = owner;
      const name = clause.sourceOperandName;
      const place = [...path, "sourceOperandName"];
      if (!name) {
        yield { path, message: "The clause names no attribute: give it one, or remove it." };
      } else if (source !== undefined && !source.attributes.has(name) && !isComputed(name)) {
        const message = `${quoted(source.definition.name)} has no attribute ${quoted(name)}.`;
        const spelling = spelledOtherwise(name, source);
        yield { path: place, message, ...(spelling !== undefined && { fix: writing(spelling, place) }) };
      }
    }
  },
};
