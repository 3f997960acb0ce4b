import type { JsonObject } from "@graph-sync/core";
import { inTransaction } from "../database/in-transaction.ts";
import type { AnyCall, Entry, ListEntry } from "../handlers/handler.ts";
import { badRequest, GraphFault, resourceNotFound } from "../http/graph-fault.ts";
import { directoryObjectType } from "../odata/directory-types.ts";
import { addLink, linkedIds, type Relation, removeLinks } from "../store/directory-links.ts";
import { type AnyObject, findAnyObject } from "./any-object.ts";
import { directoryFault } from "./faults.ts";

/** Whose link it is: the id of the object at the beginning of a path, 404 where there is none. */
export type FromObject = (call: Pick<AnyCall, "db" | "param">) => Promise<string>;

/** The objects at the other end. */
export function listLinked(from: FromObject, relation: Relation): ListEntry {
  return {
    kind: "collection",
    type: directoryObjectType,
    context: "directoryObjects",
    handle: async (call) => ({ value: await linkedObjects(call, await from(call), relation) }),
  };
}

/** The one object at the other end. */
export function getLinked(from: FromObject, relation: Relation): Entry {
  return {
    kind: "entity",
    type: directoryObjectType,
    context: "directoryObjects/$entity",
    async handle(call) {
      const [object] = await linkedObjects(call, await from(call), relation);
      if (object === undefined) {
        throw new GraphFault(404, "Request_ResourceNotFound", `Resource '${relation}' does not exist.`);
      }
      return object;
    },
  };
}

/** Adds a link to the object that the body names. */
export function addLinked(from: FromObject, relation: Relation): Entry {
  return {
    kind: "nothing",
    async handle(call) {
      const body = await call.body();
      const added = await inTransaction(call, async (inside) =>
        addLink(inside.db, await from(inside), relation, await namedIn(body, inside)),
      );
      if (added) return;
      throw directoryFault(
        `One or more added object references already exist for the following modified properties: '${relation}'.`,
      );
    },
  };
}

/** Links to the object that the body names, and to no other. */
export function setLinked(from: FromObject, relation: Relation): Entry {
  return {
    kind: "nothing",
    async handle(call) {
      const body = await call.body();
      await inTransaction(call, async (inside) => {
        const fromId = await from(inside);
        const toId = await namedIn(body, inside);
        await removeLinks(inside.db, fromId, relation);
        await addLink(inside.db, fromId, relation, toId);
      });
    },
  };
}

/** Removes the link to the object of the path, or the only one there is. */
export function removeLinked(from: FromObject, relation: Relation, parameter?: string): Entry {
  return {
    kind: "nothing",
    async handle(call) {
      const toId = parameter === undefined ? undefined : call.param(parameter).toLowerCase();
      const removed = await inTransaction(call, async (inside) =>
        removeLinks(inside.db, await from(inside), relation, toId),
      );
      if (!removed) throw resourceNotFound(toId ?? relation);
    },
  };
}

/** Objects that are linked; one that was deleted is not among them until it is restored. */
export async function linkedObjects(
  { db }: Pick<AnyCall, "db">,
  fromId: string,
  relation: Relation,
): Promise<readonly AnyObject[]> {
  const ids = await linkedIds(db, fromId, relation);
  const objects = await Promise.all(ids.map((id) => findAnyObject(db, id)));
  return objects.filter((object) => object !== undefined);
}

/** `{ "@odata.id": "https://…/v1.0/directoryObjects/{id}" }`; also `users`, `groups` and `servicePrincipals`. */
async function namedIn(body: JsonObject, { db }: Pick<AnyCall, "db">): Promise<string> {
  const reference = body["@odata.id"];
  const id =
    typeof reference === "string"
      ? /\/(?:v1\.0|beta)\/(?:directoryObjects|users|groups|servicePrincipals)(?:\/|\(')(?<id>[0-9a-f-]{36})(?:'\))?$/iu.exec(
          reference,
        )?.groups?.["id"]
      : undefined;
  if (id === undefined) throw badRequest("The property '@odata.id' must be the address of a directory object.");
  const object = await findAnyObject(db, id);
  if (object === undefined) throw resourceNotFound(id);
  return object.id;
}
