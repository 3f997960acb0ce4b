import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

/** What the emulator holds of an application or of a service principal. */
export interface App {
  /** The object id. */
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
}

/** One of either, by its object id or by the appId that the two have in common; both are the same in upper case. */
export async function findApp(
  db: Kysely<Tables>,
  table: "applications" | "service_principals",
  key: { readonly id: string } | { readonly appId: string },
): Promise<App | undefined> {
  const all = db.selectFrom(table).select(["id", "app_id", "display_name"]);
  const one =
    "id" in key ? all.where("id", "=", key.id.toLowerCase()) : all.where("app_id", "=", key.appId.toLowerCase());
  const row = await one.executeTakeFirst();
  return row && { id: row.id, appId: row.app_id, displayName: row.display_name };
}
