import type { Kysely, Migration } from "kysely";

/** How far a job has come in its source, and what a template's schema is reset to. */
export const jobProgress: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("jobs").addColumn("watermark", "text").execute();
    await db.schema.alterTable("templates").addColumn("default_schema", "text").execute();
    // Until now nothing could change a schema.
    const templates = db as Kysely<{ templates: { schema: string | null; default_schema: string | null } }>;
    await templates
      .updateTable("templates")
      .set(({ ref }) => ({ default_schema: ref("schema") }))
      .execute();
  },
};
