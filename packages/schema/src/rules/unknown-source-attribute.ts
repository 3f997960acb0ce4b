import { type LintRule, type Problem, quoted } from "../lint/rule.ts";
import type { AttributeMappingView } from "../lint/model.ts";
import { renameAttribute } from "../lint/rename-attribute.ts";
import { isComputed, isExtension, spelledOtherwise } from "../lint/attribute-names.ts";

export const unknownSourceAttribute: LintRule = {
  id: "unknown-source-attribute",
  severity: "error",
  *check({ attributeMappings }) {
    for (const view of attributeMappings) yield* unknownIn(view);
  },
};

function* unknownIn(view: AttributeMappingView): Generator<Problem> {
  const { source } = view.owner;
  if (source === undefined) return;
  const path = [...view.path, "source"];
  for (const name of view.expression.attributes) {
    if (source.attributes.has(name) || isComputed(name)) continue;
    const spelling = spelledOtherwise(name, source);
    const message = `${quoted(source.definition.name)} has no attribute ${quoted(name)}.`;
    if (spelling === undefined) {
      yield { path, message };
    } else if (!isExtension(name)) {
      // A case-wrong extension name is a finding of its own.
      yield { path, message: `${message} Case counts.`, fix: renameAttribute(view, name, spelling) };
    }
  }
}
