import type { Kysely } from "kysely";
import type { DirectoryLinkRow, Tables } from "../database/tables.ts";
import { after } from "./after.ts";

export type Relation = DirectoryLinkRow["relation"];

/** The ids that an object is linked to, in the order in which they were added. */
export async function linkedIds(db: Kysely<Tables>, fromId: string, relation: Relation): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("directory_links")
    .select("to_id")
    .where("from_id", "=", fromId)
    .where("relation", "=", relation)
    .orderBy("ordinal")
    .execute();
  return rows.map(({ to_id }) => to_id);
}

/** Adds a link; false where it is there already. */
export async function addLink(db: Kysely<Tables>, fromId: string, relation: Relation, toId: string): Promise<boolean> {
  const links = db.selectFrom("directory_links").where("from_id", "=", fromId).where("relation", "=", relation);
  if (await links.select("to_id").where("to_id", "=", toId).executeTakeFirst()) return false;
  const { last } = await links.select(({ fn }) => fn.max("ordinal").as("last")).executeTakeFirstOrThrow();
  const row = { from_id: fromId, relation, to_id: toId, ordinal: after(last) };
  await db.insertInto("directory_links").values(row).execute();
  return true;
}

/** Removes one link, or all of a relation; false where there was none. */
export async function removeLinks(
  db: Kysely<Tables>,
  fromId: string,
  relation: Relation,
  toId?: string,
): Promise<boolean> {
  const links = db.deleteFrom("directory_links").where("from_id", "=", fromId).where("relation", "=", relation);
  const some = toId === undefined ? links : links.where("to_id", "=", toId);
  const { numDeletedRows } = await some.executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Removes every link from and to an object that is gone, and what it was assigned to. */
export async function forgetObject(db: Kysely<Tables>, id: string): Promise<void> {
  await db
    .deleteFrom("directory_links")
    .where(({ or, eb }) => or([eb("from_id", "=", id), eb("to_id", "=", id)]))
    .execute();
  await db.deleteFrom("app_role_assignments").where("principal_id", "=", id).execute();
}
