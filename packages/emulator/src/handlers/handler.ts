import type { Clock, Collection, InputOf, JsonObject, OperationId, OperationOf, OutputOf } from "@graph-sync/core";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { EntityType } from "../odata/entity-type.ts";
import type { Vault } from "../sealing/vault.ts";
import type { Owner } from "../store/owner.ts";

/** A request that passed the router, its options checked. */
export type Call<Id extends OperationId> = Request<ParameterName<Id>> &
  (IsRooted<Id> extends true ? OnApp : unknown) &
  (TakesBody<Id> extends true ? WithContent : unknown);

/** Answers one operation with the whole object; the router takes `$select` from it. */
export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<OutputOf<OperationOf<Id>>>;

/** A built operation: its handler, and what its answer is to OData. */
export type Built<Id extends OperationId> = {
  readonly kind: KindOf<OutputOf<OperationOf<Id>>>;
  readonly handle: Handler<Id>;
  /** Of the entity, or of each item; absent for values that are no entities: they take no options. */
  readonly type?: EntityType;
  /** What `@odata.context` says the answer is, where that is not the set at the address. */
  readonly context?: string;
};

/** In place of a handler: the operation is in the contract, and the emulator answers 501 to it. */
export const notBuilt: unique symbol = Symbol("not built");

/** Every operation of the contract, built or not. */
export type Handlers = { readonly [Id in OperationId]: Built<Id> | typeof notBuilt };

/** Everything that any operation is called with. */
export interface AnyCall extends Request<string>, OnApp, WithContent {}

/** A built operation of which it is not known which it is. */
export type Entry =
  | (Said & { readonly kind: "nothing"; readonly handle: (call: AnyCall) => Promise<void> })
  | (Said & { readonly kind: "entity"; readonly handle: (call: AnyCall) => Promise<object> })
  | ListEntry
  | (Omit<ListEntry, "kind"> & { readonly kind: "count" });

/** One that lists all that there is; the router takes a page of it, or its count. */
export interface ListEntry extends Said {
  readonly kind: "collection";
  readonly handle: (call: AnyCall) => Promise<{ readonly value: readonly object[] }>;
}

/** What an answer is to OData; see {@link Built}. */
interface Said {
  readonly type?: EntityType;
  readonly context?: string;
}

/** What an answer is: a list under `value`, one object, or no body at all. */
type KindOf<Output> = Output extends Collection<object> ? "collection" : Output extends object ? "entity" : "nothing";

interface Request<Name extends PropertyKey> {
  readonly db: Kysely<Tables>;
  readonly vault: Vault;
  /** The related resources to answer inline; each is one that the answer has. */
  readonly expand: ReadonlySet<string>;
  /** A path parameter of the operation, decoded. */
  readonly param: (name: Name) => string;
  readonly clock: Pick<Clock, "now">;
  /** Calls the target of a job, or whoever hands out its tokens. */
  readonly fetch: typeof globalThis.fetch;
  /** Sets a header of the answer. */
  readonly header: (name: string, value: string) => void;
  /** Origin and version of the addresses in answers, like `https://graph.microsoft.com/v1.0`. */
  readonly base: string;
}

interface WithContent {
  /** The body, a JSON object of which nothing more is known; 400 where it is something else, or nothing. */
  readonly body: () => Promise<JsonObject>;
  /** The same, for an operation that can do without. */
  readonly bodyIfAny: () => Promise<JsonObject | undefined>;
}

interface OnApp {
  /** The app that the path names, also as a transaction sees it; 404 where the tenant has none. */
  readonly owner: (db?: Kysely<Tables>) => Promise<Owner>;
}

/** What an operation takes besides its root, its options and its body. */
type ParameterName<Id extends OperationId> = Exclude<
  keyof InputOf<OperationOf<Id>>,
  "query" | "body" | (IsRooted<Id> extends true ? RootId : never)
>;

type RootId = "servicePrincipalId" | "applicationId";

type TakesBody<Id extends OperationId> = "body" extends keyof InputOf<OperationOf<Id>> ? true : false;

/** Whether an operation stands below either root: then its input knows both ids. */
type IsRooted<Id extends OperationId> = [RootId] extends [keyof InputOf<OperationOf<Id>>] ? true : false;
