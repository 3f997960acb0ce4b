import { type LintRule, quoted } from "../lint/rule.ts";

export const duplicateTarget: LintRule = {
  id: "duplicate-target",
  severity: "error",
  *check({ objectMappings }) {
    for (const { attributes } of objectMappings) {
      const seen = new Set<string>();
      for (const { mapping, path } of attributes) {
        const name = mapping.targetAttributeName;
        if (!name) continue;
        if (seen.has(name)) {
          yield {
            path,
            message: `Another mapping before it writes ${quoted(name)} too: remove one.`,
            fix: { summary: "Remove the second mapping.", edits: [{ path }] },
          };
        }
        seen.add(name);
      }
    }
  },
};
