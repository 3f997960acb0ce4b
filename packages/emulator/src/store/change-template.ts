import type { Kysely } from "kysely";
import type { Tables, TemplateRow } from "../database/tables.ts";
import { after } from "./after.ts";
import { changeFollowers, findTemplateSchema } from "./template-schemas.ts";

/** What an update replaces of a template. */
export type TemplateColumns = Omit<TemplateRow, "app_id" | "id" | "ordinal" | "schema" | "default_schema">;

/** Adds a template after those that its app has. */
export async function insertTemplate(db: Kysely<Tables>, row: Omit<TemplateRow, "ordinal">): Promise<void> {
  const { last } = await db
    .selectFrom("templates")
    .select(({ fn }) => fn.max("ordinal").as("last"))
    .where("app_id", "=", row.app_id)
    .executeTakeFirstOrThrow();
  const ordinal = after(last);
  await db
    .insertInto("templates")
    .values({ ...row, ordinal })
    .execute();
}

/** Replaces all of a template but its schema. False where the app has no such template. */
export async function replaceTemplate(
  db: Kysely<Tables>,
  appId: string,
  id: string,
  columns: TemplateColumns,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("templates")
    .set(columns)
    .where("app_id", "=", appId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Deletes a template; jobs that still worked by its schema keep it. False where the app has no such template. */
export async function deleteTemplateRow(db: Kysely<Tables>, appId: string, id: string): Promise<boolean> {
  const schemas = await findTemplateSchema(db, appId, id);
  if (schemas === undefined) return false;
  await changeFollowers(db, appId, id, { schema: schemas.schema });
  await db.deleteFrom("templates").where("app_id", "=", appId).where("id", "=", id).execute();
  return true;
}
