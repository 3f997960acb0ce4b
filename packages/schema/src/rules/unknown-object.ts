import { type LintRule, quoted } from "../lint/rule.ts";

export const unknownObject: LintRule = {
  id: "unknown-object",
  severity: "error",
  *check({ objectMappings }) {
    for (const { mapping, path, rule } of objectMappings) {
      const sides = [
        ["sourceObjectName", mapping.sourceObjectName, rule.source],
        ["targetObjectName", mapping.targetObjectName, rule.target],
      ] as const;
      for (const [member, name, directory] of sides) {
        // A directory that lists no objects says nothing about them.
        if (!name || directory === undefined || directory.objects.length === 0) continue;
        if (directory.byName.has(name)) continue;
        const owner = quoted(directory.definition.name);
        yield { path: [...path, member], message: `The directory ${owner} has no object ${quoted(name)}.` };
      }
    }
  },
};
