import type { Kysely, Migration } from "kysely";

/** What provisioning did, an entry an object. It outlives the jobs that it tells of. */
export const provisioningLog: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("provisioning_log")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("activity_date_time", "text", (column) => column.notNull())
      .addColumn("entry", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("provisioning_log_by_time")
      .on("provisioning_log")
      .columns(["activity_date_time", "id"])
      .execute();
  },
};
