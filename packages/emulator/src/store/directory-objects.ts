import { isJsonObject, type JsonObject } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject } from "../database/document.ts";
import type { DirectoryObjectRow, Tables } from "../database/tables.ts";
import { after } from "./after.ts";
import { forgetObject } from "./directory-links.ts";

/** A user or a group with its `id`. */
export type DirectoryDocument = JsonObject & { readonly id: string };
export type DirectoryKind = DirectoryObjectRow["kind"];

/** All objects of a kind that are not deleted, in the order in which they were made. */
export async function directoryObjects(db: Kysely<Tables>, kind: DirectoryKind): Promise<readonly DirectoryDocument[]> {
  const rows = await db
    .selectFrom("directory_objects")
    .selectAll()
    .where("kind", "=", kind)
    .where("deleted_at", "is", null)
    .orderBy("ordinal")
    .execute();
  return rows.map(documentOf);
}

/** One object of a kind, by its id. */
export async function findDirectoryObject(
  db: Kysely<Tables>,
  kind: DirectoryKind,
  id: string,
): Promise<DirectoryDocument | undefined> {
  const row = await db
    .selectFrom("directory_objects")
    .selectAll()
    .where("id", "=", id.toLowerCase())
    .where("kind", "=", kind)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return row && documentOf(row);
}

/** Adds an object with a new id, and answers it. */
export async function insertDirectoryObject(
  db: Kysely<Tables>,
  kind: DirectoryKind,
  document: JsonObject,
  id: string = crypto.randomUUID(),
): Promise<DirectoryDocument> {
  const { last } = await db
    .selectFrom("directory_objects")
    .select(({ fn }) => fn.max("ordinal").as("last"))
    .executeTakeFirstOrThrow();
  const row = { id, kind, ordinal: after(last), document: JSON.stringify(document), deleted_at: null };
  await db.insertInto("directory_objects").values(row).execute();
  return documentOf(row);
}

/** Replaces what is known of an object. */
export async function keepDirectoryObject(db: Kysely<Tables>, { id, ...document }: DirectoryDocument): Promise<void> {
  await db
    .updateTable("directory_objects")
    .set({ document: JSON.stringify(document) })
    .where("id", "=", id)
    .execute();
}

function documentOf({ id, document, deleted_at }: DirectoryObjectRow): DirectoryDocument {
  const members: object = readObject(document, "directory_objects.document");
  return { ...(isJsonObject(members) ? members : {}), id, ...(deleted_at !== null && { deletedDateTime: deleted_at }) };
}

/** An object that was deleted and can be restored. */
export async function findDeletedObject(db: Kysely<Tables>, id: string): Promise<DirectoryDocument | undefined> {
  const row = await db
    .selectFrom("directory_objects")
    .selectAll()
    .where("id", "=", id.toLowerCase())
    .where("deleted_at", "is not", null)
    .executeTakeFirst();
  return row && documentOf(row);
}

/** Deletes an object so that it can be restored, or restores it. */
export async function setDeleted(db: Kysely<Tables>, id: string, deletedAt: string | null): Promise<void> {
  await db.updateTable("directory_objects").set({ deleted_at: deletedAt }).where("id", "=", id).execute();
}

/** Deletes an object for good, with everything that names it. */
export async function eraseObject(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom("directory_objects").where("id", "=", id).execute();
  await forgetObject(db, id);
}
