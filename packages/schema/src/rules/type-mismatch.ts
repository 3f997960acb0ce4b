import type { AttributeDefinition } from "@graph-sync/core";
import type { AttributeMappingView } from "../lint/model.ts";
import { type LintRule, quoted } from "../lint/rule.ts";

export const typeMismatch: LintRule = {
  id: "type-mismatch",
  severity: "warning",
  *check({ attributeMappings }) {
    for (const view of attributeMappings) {
      const target = view.owner.target?.attributes.get(view.mapping.targetAttributeName ?? "");
      const problem = target && problemOf(view, target);
      if (problem) yield { path: view.path, message: `${problem}.` };
    }
  },
};

function problemOf({ owner, expression }: AttributeMappingView, target: AttributeDefinition): string | undefined {
  const name = quoted(target.name);
  const { tree } = expression;
  if (tree?.type === "constant") {
    const pattern = constants[typeOf(target)];
    return pattern?.test(tree.value) === false
      ? `${name} is ${typeOf(target)}, which ${quoted(tree.value)} is not`
      : undefined;
  }
  if (tree?.type !== "attribute") return undefined;
  const source = owner.source?.attributes.get(tree.name);
  if (source === undefined) return undefined;
  if (!flows(typeOf(source), typeOf(target))) {
    return `${quoted(tree.name)} is ${typeOf(source)}, ${name} is ${typeOf(target)}: convert it in an expression`;
  }
  if (source.multivalued === true && target.multivalued !== true) {
    return `${quoted(tree.name)} has several values, ${name} takes one: choose one with Item, or join them with Join`;
  }
  return undefined;
}

const constants: Readonly<Record<string, RegExp>> = { boolean: /^(?:true|false)$/i, integer: /^-?\d+$/ };

/** Everything can be written as text except a reference and bytes; a text may well hold a date. */
function flows(source: string, target: string): boolean {
  if (source === target) return true;
  if (target === "string") return source === "integer" || source === "boolean" || source === "datetime";
  return source === "string" && target === "datetime";
}

const typeOf = ({ type }: AttributeDefinition): string => type?.toLowerCase() ?? "string";
