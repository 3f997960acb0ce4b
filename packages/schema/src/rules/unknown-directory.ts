import { type LintRule, quoted } from "../lint/rule.ts";

export const unknownDirectory: LintRule = {
  id: "unknown-directory",
  severity: "error",
  *check({ rules }) {
    for (const { rule, path, source, target } of rules) {
      const sides = [
        ["sourceDirectoryName", rule.sourceDirectoryName, source],
        ["targetDirectoryName", rule.targetDirectoryName, target],
      ] as const;
      for (const [member, name, directory] of sides) {
        if (!name || directory !== undefined) continue;
        yield { path: [...path, member], message: `No directory of the schema is called ${quoted(name)}.` };
      }
    }
  },
};
