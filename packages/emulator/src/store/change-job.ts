import type { KeyValuePair, SynchronizationJob } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject } from "../database/document.ts";
import type { JobRow, Tables } from "../database/tables.ts";
import type { JobState } from "../job/job-state.ts";
import { after } from "./after.ts";

/** The job, of this service principal. */
export interface JobKey {
  readonly servicePrincipalId: string;
  readonly id: string;
}

/** Adds a job after those that its service principal has. */
export async function insertJob(
  db: Kysely<Tables>,
  key: JobKey,
  job: Required<Pick<SynchronizationJob, "schedule" | "status">> & { readonly templateId: string },
  schema: string | null,
): Promise<void> {
  const { last } = await db
    .selectFrom("jobs")
    .select(({ fn }) => fn.max("ordinal").as("last"))
    .where("service_principal_id", "=", key.servicePrincipalId)
    .executeTakeFirstOrThrow();
  const state = { schedule: job.schedule ?? {}, status: job.status ?? {}, watermark: null };
  const row: JobRow = {
    id: key.id,
    service_principal_id: key.servicePrincipalId,
    ordinal: after(last),
    template_id: job.templateId,
    ...stateColumns(state),
    settings: null,
    scripted_at: null,
    schema,
    extra: "{}",
  };
  await db.insertInto("jobs").values(row).execute();
}

/** Takes a job from one state to the next, and answers the one before; undefined where there is no such job. */
export async function changeJobState(
  db: Kysely<Tables>,
  key: JobKey,
  change: (state: JobState) => JobState,
): Promise<JobState | undefined> {
  const row = await db
    .selectFrom("jobs")
    .select(["schedule_state", "schedule_interval", "schedule", "status_code", "status", "watermark"])
    .where("service_principal_id", "=", key.servicePrincipalId)
    .where("id", "=", key.id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const before: JobState = {
    schedule: {
      ...readObject(row.schedule, "jobs.schedule"),
      interval: row.schedule_interval,
      state: row.schedule_state,
    },
    status: { ...readObject(row.status, "jobs.status"), code: row.status_code },
    watermark: row.watermark,
  };
  await db
    .updateTable("jobs")
    .set(stateColumns(change(before)))
    .where("id", "=", key.id)
    .execute();
  return before;
}

/** Replaces a job's settings. False where there is no such job. */
export async function replaceJobSettings(
  db: Kysely<Tables>,
  key: JobKey,
  settings: readonly KeyValuePair[],
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("jobs")
    .set({ settings: JSON.stringify(settings) })
    .where("service_principal_id", "=", key.servicePrincipalId)
    .where("id", "=", key.id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Deletes a job with all that belongs to it. False where there is no such job. */
export async function deleteJobRow(db: Kysely<Tables>, key: JobKey): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("jobs")
    .where("service_principal_id", "=", key.servicePrincipalId)
    .where("id", "=", key.id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

type StateColumns = Pick<
  JobRow,
  "schedule_state" | "schedule_interval" | "schedule" | "status_code" | "status" | "watermark"
>;

function stateColumns({ schedule, status, watermark }: JobState): StateColumns {
  const { state, interval, ...restOfSchedule } = schedule;
  const { code, ...restOfStatus } = status;
  return {
    schedule_state: state ?? "Disabled",
    schedule_interval: interval ?? "",
    schedule: JSON.stringify(restOfSchedule),
    status_code: code ?? "NotConfigured",
    status: JSON.stringify(restOfStatus),
    watermark,
  };
}
