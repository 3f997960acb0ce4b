import { inTransaction } from "../database/in-transaction.ts";
import type { AnyCall, Entry } from "../handlers/handler.ts";
import { resourceNotFound } from "../http/graph-fault.ts";
import { type DirectoryDocument, eraseObject, findDeletedObject, setDeleted } from "../store/directory-objects.ts";

/** https://learn.microsoft.com/graph/api/directory-deleteditems-get */
export const getDeletedItem: Entry = {
  kind: "entity",
  context: "directoryObjects/$entity",
  handle: (call) => deletedOf(call),
};

export const restoreDeletedItem: Entry = {
  kind: "entity",
  context: "directoryObjects/$entity",
  async handle(call) {
    return inTransaction(call, async (inside) => {
      const { deletedDateTime: _, ...object } = await deletedOf(inside);
      await setDeleted(inside.db, object.id, null);
      return object;
    });
  },
};

/** Deletes it for good. */
export const eraseDeletedItem: Entry = {
  kind: "nothing",
  async handle(call) {
    await inTransaction(call, async (inside) => eraseObject(inside.db, (await deletedOf(inside)).id));
  },
};

async function deletedOf({ db, param }: Pick<AnyCall, "db" | "param">): Promise<DirectoryDocument> {
  const object = await findDeletedObject(db, param("objectId"));
  if (object === undefined) throw resourceNotFound(param("objectId"));
  return object;
}
