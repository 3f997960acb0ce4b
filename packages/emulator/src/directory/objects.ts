import type { Kysely, Transaction } from "kysely";
import { inTransaction } from "../database/in-transaction.ts";
import type { Tables } from "../database/tables.ts";
import type { AnyCall, Entry, ListEntry } from "../handlers/handler.ts";
import { resourceNotFound } from "../http/graph-fault.ts";
import {
  type DirectoryDocument,
  type DirectoryKind,
  directoryObjects,
  findDirectoryObject,
  insertDirectoryObject,
  keepDirectoryObject,
  setDeleted,
} from "../store/directory-objects.ts";
import type { Expand } from "./expanded.ts";
import { directoryFault } from "./faults.ts";
import { type BodyRules, membersIn, requireMembers } from "./object-body.ts";

/** How the objects of a kind are found and kept. */
export interface ObjectRules extends BodyRules {
  readonly kind: DirectoryKind;
  /** The parameter with the id. */
  readonly parameter: string;
  /** The property that no two objects have alike. */
  readonly unique?: string;
  readonly find: (db: Kysely<Tables>, key: string) => Promise<DirectoryDocument | undefined>;
  readonly expand: Expand;
}

/** The five operations on a kind of object. */
export interface ObjectEntries {
  readonly list: ListEntry;
  readonly get: Entry;
  readonly create: Entry;
  readonly update: Entry;
  readonly remove: Entry;
}

/** List, get, create, update and delete for the objects of a kind. */
export function objectEntries(rules: ObjectRules): ObjectEntries {
  const { kind, type } = rules;
  return {
    list: {
      kind: "collection",
      type,
      handle: async (call) => ({ value: await rules.expand(call, await directoryObjects(call.db, kind)) }),
    },
    get: {
      kind: "entity",
      type,
      async handle(call) {
        const object = await objectOf(rules, call);
        const [answered = object] = await rules.expand(call, [object]);
        return answered;
      },
    },
    create: {
      kind: "entity",
      type,
      async handle({ db, body, clock }) {
        const content = await body();
        requireMembers(content, rules);
        const createdDateTime = new Date(clock.now()).toISOString();
        const document = { ...membersIn(content, rules), createdDateTime };
        return db.transaction().execute(async (transaction) => {
          await refuseTaken(transaction, rules, document);
          return insertDirectoryObject(transaction, kind, document);
        });
      },
    },
    update: {
      kind: "nothing",
      async handle(call) {
        const changes = membersIn(await call.body(), rules);
        await call.db.transaction().execute(async (transaction) => {
          const before = await objectOf(rules, { ...call, db: transaction });
          await refuseTaken(transaction, rules, changes, before.id);
          await keepDirectoryObject(transaction, { ...before, ...changes });
        });
      },
    },
    remove: {
      kind: "nothing",
      async handle(call) {
        await inTransaction(call, async (inside) => {
          const { id } = await objectOf(rules, inside);
          await setDeleted(inside.db, id, new Date(inside.clock.now()).toISOString());
        });
      },
    },
  };
}

/** The object that a path names; 404 where there is none. */
export async function objectOf(
  { find, parameter }: Pick<ObjectRules, "find" | "parameter">,
  { db, param }: Pick<AnyCall, "db" | "param">,
): Promise<DirectoryDocument> {
  const object = await find(db, param(parameter));
  if (object === undefined) throw resourceNotFound(param(parameter));
  return object;
}

async function refuseTaken(
  transaction: Transaction<Tables>,
  { kind, unique }: ObjectRules,
  members: Readonly<Record<string, unknown>>,
  id?: string,
): Promise<void> {
  const value = unique === undefined ? undefined : members[unique];
  if (unique === undefined || typeof value !== "string") return;
  const same = (await directoryObjects(transaction, kind)).find(
    (other) => String(other[unique]).toLowerCase() === value.toLowerCase() && other.id !== id,
  );
  if (same !== undefined)
    throw directoryFault(`Another object with the same value for property ${unique} already exists.`);
}

/** Finds an object by its id alone. */
export function byId(kind: DirectoryKind): ObjectRules["find"] {
  return (db, id) => findDirectoryObject(db, kind, id);
}
