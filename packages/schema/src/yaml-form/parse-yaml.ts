import type { SynchronizationSchema } from "@graph-sync/core";
import { checkSchema } from "../model/check-schema.ts";
import { isObject, memberOf } from "../model/json.ts";
import { SchemaError } from "../schema-error.ts";
import { schemaIn } from "./form.ts";
import { readYaml } from "./read-yaml.ts";

/**
 * Reads a schema from YAML: what `formatYaml` wrote, also after it was edited, or a schema written out in full.
 *
 * Anchors, aliases and merges are refused: what a reviewer sees is what is sent.
 * @throws SchemaError `bad-yaml` or `not-a-schema`, naming the place
 */
export function parseYaml(text: string): SynchronizationSchema {
  if (typeof text !== "string") throw new SchemaError("bad-yaml", "", "must be given as text.");
  const value = readYaml(text);
  const schema = isObject(value) && Object.hasOwn(value, "graphSyncSchema") ? fromForm(value) : value;
  checkSchema(schema);
  return schema;
}

function fromForm(form: object): unknown {
  const version = memberOf(form, "graphSyncSchema");
  if (version !== 1) {
    const problem = `is ${JSON.stringify(version)}; this version reads 1. Take the version that wrote the file.`;
    throw new SchemaError("bad-yaml", "graphSyncSchema", problem);
  }
  const defaults = memberOf(form, "defaults");
  return schemaIn({
    graphSyncSchema: 1,
    defaults: { attributeMapping: part(defaults, "attributeMapping"), attribute: part(defaults, "attribute") },
    schema: memberOf(form, "schema"),
  });
}

function part(defaults: unknown, name: string): object {
  const value = isObject(defaults) ? memberOf(defaults, name) : undefined;
  return isObject(value) ? value : {};
}
