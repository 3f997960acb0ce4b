import type { SynchronizationSchema } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject } from "../database/document.ts";
import type { Tables } from "../database/tables.ts";

/**
 * The schema that a job works by: its own, or its template's while it has none. Its id is the job's. Undefined where
 * neither is known.
 */
export async function schemaOfJob(db: Kysely<Tables>, jobId: string): Promise<SynchronizationSchema | undefined> {
  const row = await withTemplates(db)
    .select(["jobs.schema", "templates.schema as template_schema"])
    .where("jobs.id", "=", jobId)
    .executeTakeFirst();
  if (typeof row?.schema === "string") return { ...readObject(row.schema, "jobs.schema"), id: jobId };
  if (typeof row?.template_schema !== "string") return undefined;
  return { ...readObject(row.template_schema, "templates.schema"), id: jobId };
}

/** The schema that a reset brings back: what its template has now. */
export async function defaultSchemaOfJob(
  db: Kysely<Tables>,
  jobId: string,
): Promise<SynchronizationSchema | undefined> {
  const row = await withTemplates(db).select("templates.schema").where("jobs.id", "=", jobId).executeTakeFirst();
  return typeof row?.schema === "string" ? readObject(row.schema, "templates.schema") : undefined;
}

/** Gives a job this schema. */
export async function keepJobSchema(db: Kysely<Tables>, jobId: string, schema: SynchronizationSchema): Promise<void> {
  await db
    .updateTable("jobs")
    .set({ schema: JSON.stringify(schema) })
    .where("id", "=", jobId)
    .execute();
}

/** Makes the next cycle of a job look at every object again; no link is lost. */
export async function clearWatermark(db: Kysely<Tables>, jobId: string): Promise<void> {
  await db.updateTable("jobs").set({ watermark: null }).where("id", "=", jobId).execute();
}

// Not annotated by name: the type is that of a query under construction, which only the builder can say.
function withTemplates(db: Kysely<Tables>) {
  return db
    .selectFrom("jobs")
    .innerJoin("service_principals", "service_principals.id", "jobs.service_principal_id")
    .leftJoin("templates", (join) =>
      join.onRef("templates.app_id", "=", "service_principals.app_id").onRef("templates.id", "=", "jobs.template_id"),
    );
}
