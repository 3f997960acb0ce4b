import type { Kysely, Migration } from "kysely";

/** Applications and service principals, with the templates, jobs and secrets they own. */
export const synchronizationTables: Migration = {
  // A migration must not depend on today's tables, so it sees none.
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of ["applications", "service_principals"]) {
      await db.schema
        .createTable(table)
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("app_id", "text", (column) => column.notNull().unique())
        .addColumn("display_name", "text", (column) => column.notNull())
        .execute();
    }
    await db.schema
      .createTable("templates")
      .addColumn("app_id", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("ordinal", "integer", (column) => column.notNull())
      .addColumn("application_id", "text", (column) => column.notNull())
      .addColumn("factory_tag", "text")
      .addColumn("description", "text")
      .addColumn("is_default", "integer")
      .addColumn("discoverable", "integer")
      .addColumn("metadata", "text")
      .addColumn("schema", "text")
      .addColumn("extra", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("templates_key", ["app_id", "id"])
      .execute();
    await db.schema
      .createTable("jobs")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("service_principal_id", "text", (column) =>
        column.notNull().references("service_principals.id").onDelete("cascade"),
      )
      .addColumn("ordinal", "integer", (column) => column.notNull())
      .addColumn("template_id", "text", (column) => column.notNull())
      .addColumn("schedule_state", "text", (column) => column.notNull())
      .addColumn("schedule_interval", "text", (column) => column.notNull())
      .addColumn("schedule", "text", (column) => column.notNull())
      .addColumn("status_code", "text", (column) => column.notNull())
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("settings", "text")
      .addColumn("schema", "text")
      .addColumn("extra", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("jobs_of_service_principal")
      .on("jobs")
      .columns(["service_principal_id", "ordinal"])
      .execute();
    await db.schema
      .createTable("secrets")
      .addColumn("service_principal_id", "text", (column) =>
        column.notNull().references("service_principals.id").onDelete("cascade"),
      )
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("ordinal", "integer", (column) => column.notNull())
      .addColumn("value", "text")
      .addPrimaryKeyConstraint("secrets_key", ["service_principal_id", "key"])
      .execute();
  },
};
