import type { Kysely, Migration } from "kysely";

/** Users and groups, how they belong together, and who is assigned to which app. */
export const directory: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of ["applications", "service_principals"]) {
      await db.schema.alterTable(table).addColumn("document", "text").execute();
    }
    await db.schema
      .createTable("directory_objects")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("ordinal", "integer", (column) => column.notNull())
      .addColumn("document", "text", (column) => column.notNull())
      .addColumn("deleted_at", "text")
      .execute();
    // An object at either end may be one of three tables', so nothing is referenced.
    await db.schema
      .createTable("directory_links")
      .addColumn("from_id", "text", (column) => column.notNull())
      .addColumn("relation", "text", (column) => column.notNull())
      .addColumn("to_id", "text", (column) => column.notNull())
      .addColumn("ordinal", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("directory_links_key", ["from_id", "relation", "to_id"])
      .execute();
    await db.schema
      .createTable("app_role_assignments")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("principal_id", "text", (column) => column.notNull())
      .addColumn("principal_type", "text", (column) => column.notNull())
      .addColumn("resource_id", "text", (column) =>
        column.notNull().references("service_principals.id").onDelete("cascade"),
      )
      .addColumn("app_role_id", "text", (column) => column.notNull())
      .addColumn("created_at", "text", (column) => column.notNull())
      .addUniqueConstraint("app_role_assignments_once", ["principal_id", "resource_id", "app_role_id"])
      .execute();
  },
};
