import type { DirectoryView, ObjectMappingView } from "../lint/model.ts";
import { type LintRule, quoted } from "../lint/rule.ts";

export const referenceWithoutObject: LintRule = {
  id: "reference-without-object",
  severity: "warning",
  *check({ objectMappings }) {
    const enabled = objectMappings.filter(({ mapping }) => mapping.enabled !== false);
    const byDirectory = provisionedIn(enabled);
    for (const { rule, target, attributes } of enabled) {
      const provisioned = byDirectory.get(rule.target);
      if (target === undefined || provisioned === undefined) continue;
      for (const one of attributes) {
        const definition = target.attributes.get(one.mapping.targetAttributeName ?? "");
        const names = (definition?.referencedObjects ?? []).flatMap(({ referencedObjectName: name }) => name ?? []);
        if (names.length === 0 || names.some((name) => provisioned.has(name))) continue;
        const wanted = names.map(quoted).join(" or ");
        const message = `It points to ${wanted}, which no enabled object mapping provisions, so the reference stays empty.`;
        yield { path: one.path, message };
      }
    }
  },
};

/** The names of the objects that mappings give each directory. */
function provisionedIn(
  mappings: readonly ObjectMappingView[],
): ReadonlyMap<DirectoryView | undefined, ReadonlySet<string>> {
  const names = new Map<DirectoryView | undefined, Set<string>>();
  for (const { mapping, rule } of mappings) {
    const known = names.get(rule.target) ?? new Set();
    names.set(rule.target, known.add(mapping.targetObjectName ?? ""));
  }
  return names;
}
