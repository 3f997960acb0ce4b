import type { OnRoot, WithBody, WithCollectionQuery, WithDirectory, WithEntityQuery } from "../contract/inputs.ts";
import type { Operation } from "../contract/operation.ts";
import type { ParseExpression } from "../contract/parse-expression.ts";
import type { AttributeMappingFunctionSchema } from "../model/attribute-mapping-function-schema.ts";
import type { Collection } from "../model/collection.ts";
import type { DirectoryDefinition } from "../model/directory-definition.ts";
import type { FilterOperatorSchema } from "../model/filter-operator-schema.ts";
import type { ParseExpressionResponse } from "../model/parse-expression.ts";
import type { SynchronizationSchema } from "../model/synchronization-schema.ts";
import type { CollectionQuery, EntityQuery } from "../odata/query.ts";
import type { CallOptions } from "./call-options.ts";
import type { Caller } from "./caller.ts";
import type { Pages } from "./pages.ts";

/** One directory of a schema: the source or the target, as the schema knows it. */
export interface DirectoryClient {
  /** The definition. Undocumented: it stands in the metadata alone. */
  get(query?: EntityQuery<DirectoryDefinition>, options?: CallOptions): Promise<DirectoryDefinition>;
  /**
   * Asks the target what it has, and takes it into the schema. Needs Directory.ReadWrite.All (app only:
   * Application.ReadWrite.OwnedBy).
   */
  discover(options?: CallOptions): Promise<DirectoryDefinition>;
}

/** The directories of a schema; called with an id, one of them. */
export interface DirectoriesClient {
  /** One directory. */
  (directoryId: string): DirectoryClient;
  /** All of them. Undocumented: it stands in the metadata alone; a schema has its directories inline. */
  list(query?: CollectionQuery<DirectoryDefinition>, options?: CallOptions): Pages<DirectoryDefinition>;
}

/** The schema of a job or of a template. */
export interface SchemaClient {
  /** The whole schema, thousands of lines. Needs Synchronization.Read.All (app only: Application.ReadWrite.OwnedBy). */
  get(query?: EntityQuery<SynchronizationSchema, "directories">, options?: CallOptions): Promise<SynchronizationSchema>;
  /**
   * Replaces the **whole** schema (PUT): what is left out is gone. A job evaluates all objects again after it. Needs
   * Synchronization.ReadWrite.All (app only: Application.ReadWrite.OwnedBy).
   */
  replace(schema: SynchronizationSchema, options?: CallOptions): Promise<void>;
  /** Puts the default schema back. Needs Synchronization.ReadWrite.All (app only: Application.ReadWrite.OwnedBy). */
  reset(options?: CallOptions): Promise<void>;
  /** What expressions may call. Needs Synchronization.ReadWrite.All, although it reads. */
  functions(options?: CallOptions): Pages<AttributeMappingFunctionSchema>;
  /** What scoping filters may compare with. Needs Synchronization.ReadWrite.All, although it reads. */
  filterOperators(options?: CallOptions): Pages<FilterOperatorSchema>;
  /** Parses an expression and evaluates it for a test object. Needs Synchronization.ReadWrite.All. */
  parseExpression(body: ParseExpression, options?: CallOptions): Promise<ParseExpressionResponse>;
  /** The source and the target, as the schema knows them. */
  readonly directories: DirectoriesClient;
}

/** The rows of one kind of schema; those of jobs and of templates differ in their ids alone. */
export interface SchemaRows<Input> {
  readonly get: Operation<string, Input & WithEntityQuery<SynchronizationSchema, "directories">, SynchronizationSchema>;
  readonly replace: Operation<string, Input & WithBody<SynchronizationSchema>, void>;
  readonly reset: Operation<string, Input, void>;
  readonly functions: Operation<string, Input, Collection<AttributeMappingFunctionSchema>>;
  readonly filterOperators: Operation<string, Input, Collection<FilterOperatorSchema>>;
  readonly parseExpression: Operation<string, Input & WithBody<ParseExpression>, ParseExpressionResponse>;
  readonly directories: Operation<
    string,
    Input & WithCollectionQuery<DirectoryDefinition>,
    Collection<DirectoryDefinition>
  >;
  readonly directory: Operation<
    string,
    Input & WithDirectory & WithEntityQuery<DirectoryDefinition>,
    DirectoryDefinition
  >;
  readonly discover: Operation<string, Input & WithDirectory, DirectoryDefinition>;
}

/** The methods of a schema; `input` names the job or the template it belongs to. */
export function schemaClient<Input extends OnRoot>(
  caller: Caller,
  rows: SchemaRows<Input>,
  input: Input,
): SchemaClient {
  const directory = (directoryId: string): DirectoryClient => ({
    get: (query, options) => caller.call(rows.directory, { ...input, directoryId, query }, options),
    discover: (options) => caller.call(rows.discover, { ...input, directoryId }, options),
  });
  return {
    get: (query, options) => caller.call(rows.get, { ...input, query }, options),
    replace: (body, options) => caller.call(rows.replace, { ...input, body }, options),
    reset: (options) => caller.call(rows.reset, input, options),
    functions: (options) => caller.pages(rows.functions, input, options),
    filterOperators: (options) => caller.pages(rows.filterOperators, input, options),
    parseExpression: (body, options) => caller.call(rows.parseExpression, { ...input, body }, options),
    directories: Object.assign(directory, {
      list: (query?: CollectionQuery<DirectoryDefinition>, options?: CallOptions) =>
        caller.pages(rows.directories, { ...input, query }, options),
    }),
  };
}
