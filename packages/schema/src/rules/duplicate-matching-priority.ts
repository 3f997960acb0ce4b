import { type LintRule, quoted } from "../lint/rule.ts";

export const duplicateMatchingPriority: LintRule = {
  id: "duplicate-matching-priority",
  severity: "error",
  *check({ objectMappings }) {
    for (const { attributes } of objectMappings) {
      const owners = new Map<number, string>();
      const used = attributes.map(({ mapping }) => mapping.matchingPriority ?? 0);
      let free = used.reduce((most, one) => Math.max(most, one), 0);
      for (const { mapping, path } of attributes) {
        const priority = mapping.matchingPriority ?? 0;
        if (priority <= 0) continue;
        const owner = owners.get(priority);
        if (owner === undefined) {
          owners.set(priority, mapping.targetAttributeName ?? "");
          continue;
        }
        free += 1;
        const place = [...path, "matchingPriority"];
        yield {
          path: place,
          message: `${quoted(owner)} has the matchingPriority ${priority} as well: give each a number of its own.`,
          fix: { summary: `Try it last, as ${free}.`, edits: [{ path: place, value: free }] },
        };
      }
    }
  },
};
