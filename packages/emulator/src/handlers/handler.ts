import type { InputOf, OperationId, OperationOf, OutputOf } from "@graph-sync/core";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Owner } from "../store/owner.ts";

/** A request that passed the router: its app is known and its options are checked. */
export interface Call<Id extends OperationId> {
  readonly db: Kysely<Tables>;
  readonly owner: Owner;
  /** The related resources to answer inline; each is one that the answer has. */
  readonly expand: ReadonlySet<string>;
  /** A path parameter of the operation, decoded. */
  readonly param: (name: ParameterName<Id>) => string;
}

/** Answers one operation with the whole object; the router takes `$select` from it. */
export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<OutputOf<OperationOf<Id>>>;

/** In place of a handler: the operation is in the contract, and the emulator answers 501 to it. */
export const notBuilt: unique symbol = Symbol("not built");

/** A handler for every operation of the contract, or the word that there is none. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> | typeof notBuilt };

/** What an operation takes besides its root, its options and its body. */
type ParameterName<Id extends OperationId> = Exclude<
  keyof InputOf<OperationOf<Id>>,
  "servicePrincipalId" | "applicationId" | "query" | "body"
>;
