import type { SynchronizationSchema } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject } from "../database/document.ts";
import type { JobRow, Tables, TemplateRow } from "../database/tables.ts";

/** The schemas of a template, as they are kept: what jobs made from it start with, and what that is reset to. */
export type TemplateSchemas = Pick<TemplateRow, "schema" | "default_schema">;

/** The schemas of a template; undefined where the app has no such template. */
export async function findTemplateSchema(
  db: Kysely<Tables>,
  appId: string,
  id: string,
): Promise<TemplateSchemas | undefined> {
  return db
    .selectFrom("templates")
    .select(["schema", "default_schema"])
    .where("app_id", "=", appId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** What jobs made from the template start with; undefined where that is not known. */
export function schemaIn(schemas: TemplateSchemas | undefined): SynchronizationSchema | undefined {
  return typeof schemas?.schema === "string" ? readObject(schemas.schema, "templates.schema") : undefined;
}

/** What its factory has; undefined where that is not known. */
export function defaultSchemaIn(schemas: TemplateSchemas): SynchronizationSchema | undefined {
  return schemas.default_schema === null ? undefined : readObject(schemas.default_schema, "templates.default_schema");
}

/** What templates with this factory tag start with; undefined where the tenant has none of them. */
export async function defaultSchemaOf(db: Kysely<Tables>, factoryTag: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("templates")
    .select("default_schema")
    .where("factory_tag", "=", factoryTag)
    .where("default_schema", "is not", null)
    .executeTakeFirst();
  return row?.default_schema ?? undefined;
}

/** Gives a template this schema. */
export async function keepTemplateSchema(
  db: Kysely<Tables>,
  appId: string,
  id: string,
  schema: SynchronizationSchema,
): Promise<void> {
  await db
    .updateTable("templates")
    .set({ schema: JSON.stringify(schema) })
    .where("app_id", "=", appId)
    .where("id", "=", id)
    .execute();
}

/** Changes the jobs of an app that have no schema of their own, and work by their template's. */
export async function changeFollowers(
  db: Kysely<Tables>,
  appId: string,
  templateId: string,
  columns: Partial<Pick<JobRow, "schema" | "watermark">>,
): Promise<void> {
  await db
    .updateTable("jobs")
    .set(columns)
    .where("template_id", "=", templateId)
    .where("schema", "is", null)
    .where("service_principal_id", "in", (query) =>
      query.selectFrom("service_principals").select("id").where("app_id", "=", appId),
    )
    .execute();
}
