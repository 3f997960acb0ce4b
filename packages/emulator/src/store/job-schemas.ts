import type { SynchronizationSchema } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject } from "../database/document.ts";
import { onceARow } from "../database/once-a-row.ts";
import { prepared } from "../database/prepared.ts";
import type { Tables } from "../database/tables.ts";

/**
 * The schema that a job works by: its own, or its template's while it has none. Its id is the job's. Undefined where
 * neither is known.
 */
export async function schemaOfJob(db: Kysely<Tables>, jobId: string): Promise<SynchronizationSchema | undefined> {
  const [row] = await schemasOf(db, { jobId });
  return row && schemaIn(row);
}

const schemasOf = prepared((db, parameter: (name: "jobId") => string) =>
  withTemplates(db)
    .select(["jobs.id", "jobs.schema", "templates.schema as template_schema"])
    .where("jobs.id", "=", parameter("jobId")),
);

interface SchemaRow {
  readonly id: string;
  readonly schema: string | null;
  readonly template_schema: string | null;
}

const schemaIn = onceARow(({ id, schema, template_schema }: SchemaRow): SynchronizationSchema | undefined => {
  if (schema !== null) return { ...readObject(schema, "jobs.schema"), id };
  return template_schema === null ? undefined : { ...readObject(template_schema, "templates.schema"), id };
});

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
