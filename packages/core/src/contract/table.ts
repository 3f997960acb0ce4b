import type { Operation } from "./operation.ts";

/** The module that is the table: its exports are the rows. */
type Table = typeof import("../operations.ts");

/** Any row of the contract. */
export type Row = Table[keyof Table];

/** The id of a row: `"jobs.list"`, `"secrets.list"`, … */
export type OperationId = Row["id"];

/** The row with this id. */
export type OperationOf<Id extends OperationId> = Extract<Row, { readonly id: Id }>;

/** What a row takes: path parameters by name, `query`, `body`. */
export type InputOf<R> = R extends Operation<string, infer Input, infer _Output> ? Input : never;

/** What a row answers, in the shape of the wire. */
export type OutputOf<R> = R extends Operation<string, infer _Input, infer Output> ? Output : never;
