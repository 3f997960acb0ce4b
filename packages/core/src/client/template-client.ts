import type { OnRoot, WithTemplate } from "../contract/inputs.ts";
import {
  discoverTemplateDirectory,
  getTemplateDirectory,
  listTemplateDirectories,
} from "../contract/template-directories.ts";
import {
  getTemplateSchema,
  listTemplateSchemaFilterOperators,
  listTemplateSchemaFunctions,
  parseTemplateExpression,
  replaceTemplateSchema,
  resetTemplateSchema,
} from "../contract/template-schema.ts";
import { deleteTemplate, getTemplate, updateTemplate } from "../contract/templates.ts";
import type { SynchronizationTemplate } from "../model/synchronization-template.ts";
import type { EntityQuery } from "../odata/query.ts";
import type { CallOptions } from "./call-options.ts";
import type { Caller } from "./caller.ts";
import { type SchemaClient, schemaClient, type SchemaRows } from "./schema-client.ts";

/**
 * One template. Reading needs Synchronization.Read.All; writing needs Synchronization.ReadWrite.All, is done on the
 * application, and the caller must own it. Every method throws a `GraphError`.
 */
export interface TemplateClient {
  /** The template. Needs Synchronization.Read.All (app only: Application.ReadWrite.OwnedBy). */
  get(query?: EntityQuery<SynchronizationTemplate, "schema">, options?: CallOptions): Promise<SynchronizationTemplate>;
  /** Replaces it, although it is a PATCH: missing properties are erased. */
  update(template: SynchronizationTemplate, options?: CallOptions): Promise<void>;
  /** Undocumented: it stands in the metadata alone. */
  delete(options?: CallOptions): Promise<void>;
  /** The default schema of jobs made from it. */
  readonly schema: SchemaClient;
}

const schemaRows: SchemaRows<OnRoot & WithTemplate> = {
  get: getTemplateSchema,
  replace: replaceTemplateSchema,
  reset: resetTemplateSchema,
  functions: listTemplateSchemaFunctions,
  filterOperators: listTemplateSchemaFilterOperators,
  parseExpression: parseTemplateExpression,
  directories: listTemplateDirectories,
  directory: getTemplateDirectory,
  discover: discoverTemplateDirectory,
};

export function templateClient(caller: Caller, template: OnRoot & WithTemplate): TemplateClient {
  return {
    get: (query, options) => caller.call(getTemplate, { ...template, query }, options),
    update: (body, options) => caller.call(updateTemplate, { ...template, body }, options),
    delete: (options) => caller.call(deleteTemplate, template, options),
    schema: schemaClient(caller, schemaRows, template),
  };
}
