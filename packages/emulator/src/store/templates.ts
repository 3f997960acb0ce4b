import type { SynchronizationTemplate } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject, readObjects } from "../database/document.ts";
import { onceARow } from "../database/once-a-row.ts";
import { prepared } from "../database/prepared.ts";
import type { Tables, TemplateRow } from "../database/tables.ts";
import type { Related } from "./jobs.ts";
import { findTemplateSchema, schemaIn } from "./template-schemas.ts";

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
  const rows = await rowsOf(db, { appId });
  return Promise.all(rows.map((row) => templateOf(db, appId, row, related)));
}

/** One template of an app. */
export async function findTemplate(
  db: Kysely<Tables>,
  appId: string,
  id: string,
  related: Related,
): Promise<SynchronizationTemplate | undefined> {
  const [row] = await rowById(db, { appId, id });
  return row && templateOf(db, appId, row, related);
}

const rowsOf = prepared((db, parameter: (name: "appId") => string) =>
  db.selectFrom("templates").select(columns).where("app_id", "=", parameter("appId")).orderBy("ordinal"),
);

const rowById = prepared((db, parameter: (name: "appId" | "id") => string) =>
  db.selectFrom("templates").select(columns).where("app_id", "=", parameter("appId")).where("id", "=", parameter("id")),
);

type Row = Pick<TemplateRow, (typeof columns)[number]>;

async function templateOf(
  db: Kysely<Tables>,
  appId: string,
  row: Row,
  related: Related,
): Promise<SynchronizationTemplate> {
  const template = templateIn(row);
  if (!related.schema) return template;
  return { ...template, schema: schemaIn(await findTemplateSchema(db, appId, row.id)) ?? null };
}

const templateIn = onceARow((row: Row) => ({
  ...readObject(row.extra, "templates.extra"),
  id: row.id,
  applicationId: row.application_id,
  ...(row.is_default !== null && { default: row.is_default === 1 }),
  ...(row.description !== null && { description: row.description }),
  ...(row.discoverable !== null && { discoverable: row.discoverable === 1 }),
  ...(row.factory_tag !== null && { factoryTag: row.factory_tag }),
  ...(row.metadata !== null && { metadata: readObjects(row.metadata, "templates.metadata") }),
}));
