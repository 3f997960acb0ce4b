import type { Kysely, Migration } from "kysely";

/** Which object of the target a job has linked to which object of the source. */
export const objectConnections: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("object_connections")
      .addColumn("job_id", "text", (column) => column.notNull().references("jobs.id").onDelete("cascade"))
      .addColumn("source_anchor", "text", (column) => column.notNull())
      .addColumn("target_anchor", "text", (column) => column.notNull())
      .addColumn("object_type_name", "text", (column) => column.notNull())
      .addColumn("display_name", "text")
      .addPrimaryKeyConstraint("object_connections_key", ["job_id", "source_anchor"])
      .execute();
  },
};
