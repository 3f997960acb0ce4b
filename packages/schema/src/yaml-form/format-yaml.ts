import type { SynchronizationSchema } from "@graph-sync/core";
import { Document, isCollection, isMap, isPair, isScalar } from "yaml";
import { arranged, type FormatOptions } from "../format.ts";
import { formOf } from "./form.ts";

/**
 * Writes a schema as YAML for reviews: each attribute mapping, attribute, filter clause and note is one line that names
 * only what is unusual; the values that are left out are named once, at the top. `parseYaml` gives the same schema back.
 * @throws SchemaError `not-a-schema`
 */
export function formatYaml(schema: SynchronizationSchema, options: FormatOptions = {}): string {
  const document = new Document(formOf(arranged(schema, options)), { aliasDuplicateObjects: false });
  layOut(document.contents, "");
  return document.toString({ lineWidth: 0, blockQuote: false });
}

/** The members that are written as blocks; what is under any other is one line for each item. */
const blocks: ReadonlySet<string> = new Set([
  "defaults",
  "schema",
  "synchronizationRules",
  "objectMappings",
  "attributeMappings",
  "scope",
  "groups",
  "inputFilterGroups",
  "categoryFilterGroups",
  "clauses",
  "directories",
  "objects",
  "attributes",
]);

/** Lists whose items are a line each. */
const lines: ReadonlySet<string> = new Set(["attributeMappings", "attributes", "clauses"]);

function layOut(node: unknown, name: string): void {
  if (!isCollection(node)) return;
  const inLines = lines.has(name);
  for (const item of node.items) {
    if (isMap(node)) layOutPair(item);
    else if (inLines) line(item);
    else layOut(item, name);
  }
}

function layOutPair(pair: unknown): void {
  if (!isPair(pair)) return;
  const name = isScalar(pair.key) ? String(pair.key.value) : "";
  if (blocks.has(name)) layOut(pair.value, name);
  else flow(pair.value);
}

/** `- name: { … }` reads better than braces around one name. */
function line(item: unknown): void {
  const [only, second] = isMap(item) ? item.items : [];
  if (only !== undefined && second === undefined) flow(only.value);
  else flow(item);
}

/** One line, with all that is inside. */
function flow(node: unknown): void {
  if (isCollection(node)) node.flow = true;
}
