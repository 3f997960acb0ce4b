import type { Kysely } from "kysely";
import type { AppRoleAssignmentRow, Tables } from "../database/tables.ts";

/** The assignments of a principal, or those to a resource, in the order of time. */
export async function assignmentsOf(
  db: Kysely<Tables>,
  end: "principal_id" | "resource_id",
  id: string,
): Promise<readonly AppRoleAssignmentRow[]> {
  return db
    .selectFrom("app_role_assignments")
    .selectAll()
    .where(end, "=", id)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/** Adds an assignment; false where there is the same one already. */
export async function assign(db: Kysely<Tables>, row: AppRoleAssignmentRow): Promise<boolean> {
  const same = await db
    .selectFrom("app_role_assignments")
    .select("id")
    .where("principal_id", "=", row.principal_id)
    .where("resource_id", "=", row.resource_id)
    .where("app_role_id", "=", row.app_role_id)
    .executeTakeFirst();
  if (same !== undefined) return false;
  await db.insertInto("app_role_assignments").values(row).execute();
  return true;
}

/** Takes an assignment back; false where this object is at neither end of such a one. */
export async function unassign(db: Kysely<Tables>, id: string, objectId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("app_role_assignments")
    .where("id", "=", id)
    .where(({ or, eb }) => or([eb("principal_id", "=", objectId), eb("resource_id", "=", objectId)]))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
