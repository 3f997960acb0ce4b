import type { ProvisioningObjectSummary } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject } from "../database/document.ts";
import { onceARow } from "../database/once-a-row.ts";
import type { ProvisioningLogRow, Tables } from "../database/tables.ts";

/** Every entry, the newest first. */
export async function provisioningLog(db: Kysely<Tables>): Promise<readonly ProvisioningObjectSummary[]> {
  const rows = await db
    .selectFrom("provisioning_log")
    .select("entry")
    .orderBy("activity_date_time", "desc")
    .orderBy("id")
    .execute();
  return rows.map(entryIn);
}

const entryIn = onceARow(({ entry }: Pick<ProvisioningLogRow, "entry">): ProvisioningObjectSummary =>
  readObject(entry, "provisioning_log.entry"),
);

/** An entry that has what the table needs. */
export type LogEntry = ProvisioningObjectSummary & { readonly id: string; readonly activityDateTime: string };

/** Adds an entry, whose time is one that `Date` reads; false where there is one with its id already. */
export async function addToLog(db: Kysely<Tables>, entry: LogEntry): Promise<boolean> {
  const same = await db.selectFrom("provisioning_log").select("id").where("id", "=", entry.id).executeTakeFirst();
  if (same !== undefined) return false;
  const activity_date_time = new Date(entry.activityDateTime).toISOString();
  const row = { id: entry.id, activity_date_time, entry: JSON.stringify(entry) };
  await db.insertInto("provisioning_log").values(row).execute();
  return true;
}
