import type { Collection } from "../model/collection.ts";
import type { SynchronizationSchema } from "../model/synchronization-schema.ts";
import type { OnRoot, WithBody, WithEntityQuery, WithTemplate } from "./inputs.ts";
import type { Operation } from "./operation.ts";
import type { AttributeMappingFunctionSchema } from "../model/attribute-mapping-function-schema.ts";
import type { FilterOperatorSchema } from "../model/filter-operator-schema.ts";
import type { ParseExpressionResponse } from "../model/parse-expression.ts";
import type { ParseExpression } from "./parse-expression.ts";

/** What a changed schema of a template makes stale. */
const touched: readonly string[] = [
  "templates.schema.get",
  "templates.schema.directories.list",
  "templates.schema.directories.get",
  "templates.list",
  "templates.get",
  "synchronization.get",
];

/**
 * The schema of a template: its rules, mappings and directories; thousands of lines of JSON.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-get
 */
export const getTemplateSchema: Operation<
  "templates.schema.get",
  OnRoot & WithTemplate & WithEntityQuery<SynchronizationSchema, "directories">,
  SynchronizationSchema
> = {
  id: "templates.schema.get",
  method: "GET",
  path: "/{root}/{id}/synchronization/templates/{templateId}/schema",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * Replaces the whole schema of a template: what is left out is gone. PATCH, which the SDKs send, does not exist. On a template, call it on the application, which the caller must own.
 * A job evaluates all its objects again after it.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-update
 */
export const replaceTemplateSchema: Operation<
  "templates.schema.replace",
  OnRoot & WithTemplate & WithBody<SynchronizationSchema>,
  void
> = {
  id: "templates.schema.replace",
  method: "PUT",
  path: "/{root}/{id}/synchronization/templates/{templateId}/schema",
  repeat: "idempotent",
  status: 204,
  invalidates: touched,
  evidence: "documented",
};

/**
 * Puts the default schema back. Customized mappings are lost. On a template, call it on the application, which the caller must own.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-delete
 */
export const resetTemplateSchema: Operation<"templates.schema.reset", OnRoot & WithTemplate, void> = {
  id: "templates.schema.reset",
  method: "DELETE",
  path: "/{root}/{id}/synchronization/templates/{templateId}/schema",
  repeat: "idempotent",
  status: 204,
  invalidates: touched,
  evidence: "documented",
};

/**
 * The functions that mapping expressions may use. Although it reads, it needs Synchronization.ReadWrite.All.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-functions
 */
export const listTemplateSchemaFunctions: Operation<
  "templates.schema.functions",
  OnRoot & WithTemplate,
  Collection<AttributeMappingFunctionSchema>
> = {
  id: "templates.schema.functions",
  method: "GET",
  path: "/{root}/{id}/synchronization/templates/{templateId}/schema/functions",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * The operators that scoping filters may use. Although it reads, it needs Synchronization.ReadWrite.All.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-filteroperators
 */
export const listTemplateSchemaFilterOperators: Operation<
  "templates.schema.filterOperators",
  OnRoot & WithTemplate,
  Collection<FilterOperatorSchema>
> = {
  id: "templates.schema.filterOperators",
  method: "GET",
  path: "/{root}/{id}/synchronization/templates/{templateId}/schema/filterOperators",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * Parses a mapping expression and evaluates it for a test object. Nothing is changed.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-parseexpression
 */
export const parseTemplateExpression: Operation<
  "templates.schema.parseExpression",
  OnRoot & WithTemplate & WithBody<ParseExpression>,
  ParseExpressionResponse
> = {
  id: "templates.schema.parseExpression",
  method: "POST",
  path: "/{root}/{id}/synchronization/templates/{templateId}/schema/parseExpression",
  repeat: "idempotent",
  status: 200,
  invalidates: [],
  evidence: "documented",
};
