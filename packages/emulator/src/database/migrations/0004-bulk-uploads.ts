import type { Kysely, Migration } from "kysely";

/** Data that was handed to jobs and waits for a cycle. */
export const bulkUploads: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("bulk_uploads")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("job_id", "text", (column) => column.notNull().references("jobs.id").onDelete("cascade"))
      .addColumn("received_at", "text", (column) => column.notNull())
      .addColumn("request", "text", (column) => column.notNull())
      .execute();
  },
};
