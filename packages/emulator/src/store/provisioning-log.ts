import type { ProvisioningObjectSummary } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject } from "../database/document.ts";
import { insertAll } from "../database/insert-all.ts";
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

/** Adds entries, whose times are ones that `Date` reads; where the log has one of their ids already, answers it and adds none. */
export async function addToLog(db: Kysely<Tables>, entries: readonly LogEntry[]): Promise<string | undefined> {
  const ids = new Set<string>();
  for (const { id } of entries) {
    if (ids.has(id)) return id;
    ids.add(id);
  }
  const all = await db.selectFrom("provisioning_log").select("id").execute();
  const taken = all.find(({ id }) => ids.has(id));
  if (taken !== undefined) return taken.id;
  const rows = entries.map((entry) => {
    const activity_date_time = new Date(entry.activityDateTime).toISOString();
    return { id: entry.id, activity_date_time, entry: JSON.stringify(entry) };
  });
  await insertAll(db, "provisioning_log", rows);
  return undefined;
}
