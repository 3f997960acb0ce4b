import { type LintRule, quoted } from "../lint/rule.ts";

export const twoAnchors: LintRule = {
  id: "two-anchors",
  severity: "error",
  *check({ directories }) {
    for (const { definition, path } of directories.flatMap(({ objects }) => objects)) {
      const attributes = [...(definition.attributes ?? []).entries()];
      const [first, ...others] = attributes.filter(([, { anchor }]) => anchor === true);
      for (const [index, { name }] of others) {
        const both = `${quoted(first?.[1].name)} and ${quoted(name)}`;
        const place = [...path, "attributes", index, "anchor"];
        yield {
          path: place,
          message: `${both} are both anchors of ${quoted(definition.name)}: leave one of them.`,
          fix: { summary: `Let ${quoted(name)} be no anchor.`, edits: [{ path: place, value: false }] },
        };
      }
    }
  },
};
