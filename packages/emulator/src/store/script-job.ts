import type { SynchronizationSchedule, SynchronizationStatus } from "@graph-sync/core";
import type { Kysely } from "kysely";
import type { ObjectConnectionRow, Tables } from "../database/tables.ts";
import { changeJobState } from "./change-job.ts";

/** What a script sets of a job's state; the rest stays. */
export interface ScriptedState {
  readonly schedule: SynchronizationSchedule;
  readonly status: SynchronizationStatus;
  /** Undefined leaves it. */
  readonly watermark: string | null | undefined;
}

/** The service principal of a job; undefined where there is no such job. */
export async function servicePrincipalOf(db: Kysely<Tables>, jobId: string): Promise<string | undefined> {
  const row = await db.selectFrom("jobs").select("service_principal_id").where("id", "=", jobId).executeTakeFirst();
  return row?.service_principal_id;
}

/** Sets parts of a job's state, and marks the job for it; in a transaction of the caller's. */
export async function scriptJob(
  transaction: Kysely<Tables>,
  key: { readonly servicePrincipalId: string; readonly id: string },
  { schedule, status, watermark }: ScriptedState,
  now: number,
): Promise<void> {
  await changeJobState(transaction, key, (before) => ({
    schedule: { ...before.schedule, ...schedule },
    status: { ...before.status, ...status },
    watermark: watermark === undefined ? before.watermark : watermark,
  }));
  const scripted_at = new Date(now).toISOString();
  await transaction.updateTable("jobs").set({ scripted_at }).where("id", "=", key.id).execute();
}

/** Links two objects in place of the link that the source's had; in a transaction of the caller's. */
export async function linkObjects(transaction: Kysely<Tables>, row: ObjectConnectionRow): Promise<void> {
  await transaction
    .deleteFrom("object_connections")
    .where("job_id", "=", row.job_id)
    .where("source_anchor", "=", row.source_anchor)
    .execute();
  await transaction.insertInto("object_connections").values(row).execute();
}
