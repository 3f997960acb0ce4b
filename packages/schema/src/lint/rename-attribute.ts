import type { AttributeMappingSource } from "@graph-sync/core";
import type { Path } from "../model/json.ts";
import type { AttributeMappingView } from "./model.ts";
import { attributesIn, readExpression } from "./read-expression.ts";
import { type Edit, type Fix, quoted } from "./rule.ts";

/** The edits that let a mapping read `to` instead of `from`: in its expression and in the tree beside it. */
export function renameAttribute({ mapping, path }: AttributeMappingView, from: string, to: string): Fix {
  const edits = [...editsIn(mapping.source, [...path, "source"], from, to)];
  return { summary: `Write ${quoted(to)}.`, edits };
}

function* editsIn(
  source: AttributeMappingSource | null | undefined,
  path: Path,
  from: string,
  to: string,
): Generator<Edit> {
  if (!source) return;
  const text = renamed(source, from, to);
  if (text !== undefined) yield { path: [...path, "expression"], value: text };
  if (source.name === from && source.type?.toLowerCase() === "attribute") yield { path: [...path, "name"], value: to };
  for (const [index, { value }] of (source.parameters ?? []).entries()) {
    yield* editsIn(value, [...path, "parameters", index, "value"], from, to);
  }
}

/** Where the tree has the attribute, and nowhere else: the same letters inside a text stay. */
function renamed(source: AttributeMappingSource, from: string, to: string): string | undefined {
  const { text, tree } = readExpression(source);
  if (text === undefined || tree === undefined) return undefined;
  const places = attributesIn(tree).filter(({ name }) => name === from);
  if (places.length === 0) return undefined;
  const pieces = places.map(({ end }, index) => `[${to}]${text.slice(end, places[index + 1]?.start)}`);
  return text.slice(0, places[0]?.start) + pieces.join("");
}
