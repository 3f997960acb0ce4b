import type { Collection } from "../model/collection.ts";
import type { SynchronizationSchema } from "../model/synchronization-schema.ts";
import type { OnRoot, WithBody, WithEntityQuery, WithJob } from "./inputs.ts";
import type { Operation } from "./operation.ts";
import type { AttributeMappingFunctionSchema } from "../model/attribute-mapping-function-schema.ts";
import type { FilterOperatorSchema } from "../model/filter-operator-schema.ts";
import type { ParseExpressionResponse } from "../model/parse-expression.ts";
import type { ParseExpression } from "./parse-expression.ts";

/** What a changed schema of a job makes stale. */
const touched: readonly string[] = [
  "jobs.schema.get",
  "jobs.schema.directories.list",
  "jobs.schema.directories.get",
  "jobs.list",
  "jobs.get",
  "synchronization.get",
];

/**
 * The schema of a job: its rules, mappings and directories; thousands of lines of JSON.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-get
 */
export const getJobSchema: Operation<
  "jobs.schema.get",
  OnRoot & WithJob & WithEntityQuery<SynchronizationSchema, "directories">,
  SynchronizationSchema
> = {
  id: "jobs.schema.get",
  method: "GET",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/schema",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * Replaces the whole schema of a job: what is left out is gone. PATCH, which the SDKs send, does not exist.
 * A job evaluates all its objects again after it.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-update
 */
export const replaceJobSchema: Operation<
  "jobs.schema.replace",
  OnRoot & WithJob & WithBody<SynchronizationSchema>,
  void
> = {
  id: "jobs.schema.replace",
  method: "PUT",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/schema",
  repeat: "idempotent",
  status: 204,
  invalidates: touched,
  evidence: "documented",
};

/**
 * Puts the default schema back. Customized mappings are lost.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-delete
 */
export const resetJobSchema: Operation<"jobs.schema.reset", OnRoot & WithJob, void> = {
  id: "jobs.schema.reset",
  method: "DELETE",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/schema",
  repeat: "idempotent",
  status: 204,
  invalidates: touched,
  evidence: "documented",
};

/**
 * The functions that mapping expressions may use. Although it reads, it needs Synchronization.ReadWrite.All.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-functions
 */
export const listJobSchemaFunctions: Operation<
  "jobs.schema.functions",
  OnRoot & WithJob,
  Collection<AttributeMappingFunctionSchema>
> = {
  id: "jobs.schema.functions",
  method: "GET",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/schema/functions",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * The operators that scoping filters may use. Although it reads, it needs Synchronization.ReadWrite.All.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-filteroperators
 */
export const listJobSchemaFilterOperators: Operation<
  "jobs.schema.filterOperators",
  OnRoot & WithJob,
  Collection<FilterOperatorSchema>
> = {
  id: "jobs.schema.filterOperators",
  method: "GET",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/schema/filterOperators",
  repeat: "safe",
  status: 200,
  keep: "stable",
  evidence: "documented",
};

/**
 * Parses a mapping expression and evaluates it for a test object. Nothing is changed.
 * https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-parseexpression
 */
export const parseJobExpression: Operation<
  "jobs.schema.parseExpression",
  OnRoot & WithJob & WithBody<ParseExpression>,
  ParseExpressionResponse
> = {
  id: "jobs.schema.parseExpression",
  method: "POST",
  path: "/{root}/{id}/synchronization/jobs/{jobId}/schema/parseExpression",
  repeat: "idempotent",
  status: 200,
  invalidates: [],
  evidence: "documented",
};
