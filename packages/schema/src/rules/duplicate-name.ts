import { memberOf, type Path } from "../model/json.ts";
import { type LintRule, type Problem, quoted } from "../lint/rule.ts";

export const duplicateName: LintRule = {
  id: "duplicate-name",
  severity: "error",
  *check({ schema, directories }) {
    yield* repeated("rule", ["synchronizationRules"], schema.synchronizationRules, "id");
    yield* repeated("directory", ["directories"], schema.directories);
    for (const { definition, path, objects } of directories) {
      yield* repeated("object", [...path, "objects"], definition.objects);
      for (const object of objects) {
        yield* repeated("attribute", [...object.path, "attributes"], object.definition.attributes);
      }
    }
  },
};

function* repeated(
  what: string,
  path: Path,
  things: readonly object[] | null | undefined,
  member = "name",
): Generator<Problem> {
  const seen = new Set<unknown>();
  for (const [index, thing] of (things ?? []).entries()) {
    const name = memberOf(thing, member);
    if (typeof name === "string" && name !== "" && seen.has(name)) {
      const message = `Another ${what} before it has the ${member} ${quoted(name)} too: rename or remove one.`;
      yield { path: [...path, index], message };
    }
    seen.add(name);
  }
}
