import type { Kysely, Migration } from "kysely";

/** What a script set: which jobs, and the answers that wait for requests to provision on demand. */
export const scripts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("jobs").addColumn("scripted_at", "text").execute();
    await db.schema
      .createTable("scripted_answers")
      .addColumn("job_id", "text", (column) => column.notNull().references("jobs.id").onDelete("cascade"))
      .addColumn("ordinal", "integer", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("scripted_answers_key", ["job_id", "ordinal"])
      .execute();
  },
};
