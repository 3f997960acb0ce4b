import { isJsonObject, type JsonObject } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject } from "../database/document.ts";
import type { ApplicationRow, Tables } from "../database/tables.ts";
import { forgetObject } from "./directory-links.ts";

/** An application or a service principal. */
export interface App {
  /** The object id. */
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly [member: string]: unknown;
}

export type AppTable = "applications" | "service_principals";

/** Its object id, or the appId that the two have in common. */
export type AppKey = { readonly id: string } | { readonly appId: string };

/** All of either, by name. */
export async function appsIn(db: Kysely<Tables>, table: AppTable): Promise<readonly App[]> {
  const rows = await db.selectFrom(table).selectAll().orderBy("display_name").orderBy("id").execute();
  return rows.map((row) => appOf(row, table));
}

/** One of either, by a key, which is the same in upper case. */
export async function findApp(db: Kysely<Tables>, table: AppTable, key: AppKey): Promise<App | undefined> {
  const all = db.selectFrom(table).selectAll();
  const one =
    "id" in key ? all.where("id", "=", key.id.toLowerCase()) : all.where("app_id", "=", key.appId.toLowerCase());
  const row = await one.executeTakeFirst();
  return row && appOf(row, table);
}

/** Adds one of either. */
export async function insertApp(db: Kysely<Tables>, table: AppTable, app: App): Promise<void> {
  await db.insertInto(table).values(rowOf(app)).execute();
}

/** Replaces what is known of one of either. */
export async function keepApp(db: Kysely<Tables>, table: AppTable, app: App): Promise<void> {
  await db.updateTable(table).set(rowOf(app)).where("id", "=", app.id).execute();
}

/**
 * Deletes one of either, with everything that names it; a service principal takes its jobs, secrets and assignments with it,
 * and the last of the two their templates.
 */
export async function deleteApp(db: Kysely<Tables>, table: AppTable, { id, appId }: App): Promise<void> {
  await db.deleteFrom(table).where("id", "=", id).execute();
  await forgetObject(db, id);
  const other = await findApp(db, table === "applications" ? "service_principals" : "applications", { appId });
  if (other === undefined) await db.deleteFrom("templates").where("app_id", "=", appId).execute();
}

function rowOf({ id, appId, displayName, ...members }: App): ApplicationRow {
  return { id, app_id: appId, display_name: displayName, document: JSON.stringify(members) };
}

function appOf({ id, app_id, display_name, document }: ApplicationRow, table: AppTable): App {
  const members: object = document === null ? {} : readObject(document, `${table}.document`);
  const known: JsonObject = isJsonObject(members) ? members : {};
  return { ...known, id, appId: app_id, displayName: display_name };
}
