import type { SynchronizationSchema, SynchronizationTemplate } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject, readObjects } from "../database/document.ts";
import type { Tables, TemplateRow } from "../database/tables.ts";
import type { Related } from "./jobs.ts";

// Never the schema: it is large, and read on its own when it is asked for.
const columns = [
  "id",
  "application_id",
  "factory_tag",
  "description",
  "is_default",
  "discoverable",
  "metadata",
  "extra",
] as const;

/** The templates of an app, in the order in which they were made. */
export async function templatesOf(
  db: Kysely<Tables>,
  appId: string,
  related: Related,
): Promise<readonly SynchronizationTemplate[]> {
  const rows = await db
    .selectFrom("templates")
    .select(columns)
    .where("app_id", "=", appId)
    .orderBy("ordinal")
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      ...templateOf(row),
      ...(related.schema && { schema: await defaultSchema(db, appId, row.id) }),
    })),
  );
}

function templateOf(row: Pick<TemplateRow, (typeof columns)[number]>): SynchronizationTemplate {
  return {
    ...readObject(row.extra, "templates.extra"),
    id: row.id,
    applicationId: row.application_id,
    ...(row.is_default !== null && { default: row.is_default === 1 }),
    ...(row.description !== null && { description: row.description }),
    ...(row.discoverable !== null && { discoverable: row.discoverable === 1 }),
    ...(row.factory_tag !== null && { factoryTag: row.factory_tag }),
    ...(row.metadata !== null && { metadata: readObjects(row.metadata, "templates.metadata") }),
  };
}

/** The schema that jobs made from a template start with; null where it is not known. */
async function defaultSchema(db: Kysely<Tables>, appId: string, id: string): Promise<SynchronizationSchema | null> {
  const row = await db
    .selectFrom("templates")
    .select("schema")
    .where("app_id", "=", appId)
    .where("id", "=", id)
    .executeTakeFirst();
  return typeof row?.schema === "string" ? readObject(row.schema, "templates.schema") : null;
}
