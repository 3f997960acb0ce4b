import type { SynchronizationJob } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject, readObjects } from "../database/document.ts";
import { onceARow } from "../database/once-a-row.ts";
import { prepared } from "../database/prepared.ts";
import type { JobRow, Tables } from "../database/tables.ts";
import { schemaOfJob } from "./job-schemas.ts";

// Never the schema: it is large, and read on its own when it is asked for.
const columns = [
  "id",
  "template_id",
  "schedule_state",
  "schedule_interval",
  "schedule",
  "status_code",
  "status",
  "settings",
  "scripted_at",
  "extra",
] as const;

/** What to read with an entity that is not part of it. */
export interface Related {
  readonly schema: boolean;
  /** Called where what is answered was set by a script. */
  readonly scripted?: () => void;
}

/** The jobs of a service principal, in the order in which they were made. */
export async function jobsOf(
  db: Kysely<Tables>,
  servicePrincipalId: string | undefined,
  related: Related,
): Promise<readonly SynchronizationJob[]> {
  if (servicePrincipalId === undefined) return [];
  const rows = await rowsOf(db, { servicePrincipalId });
  const jobs = rows.map((row) => jobOf(row, related));
  return related.schema ? Promise.all(jobs.map((job) => withSchema(db, job))) : jobs;
}

/** One job of a service principal. */
export async function findJob(
  db: Kysely<Tables>,
  servicePrincipalId: string | undefined,
  id: string,
  related: Related,
): Promise<SynchronizationJob | undefined> {
  if (servicePrincipalId === undefined) return undefined;
  const [row] = await rowById(db, { servicePrincipalId, id });
  const job = row && jobOf(row, related);
  return job !== undefined && related.schema ? withSchema(db, job) : job;
}

// Whoever waits for a job asks these again and again.
const rowsOf = prepared((db, parameter: (name: "servicePrincipalId") => string) =>
  db
    .selectFrom("jobs")
    .select(columns)
    .where("service_principal_id", "=", parameter("servicePrincipalId"))
    .orderBy("ordinal"),
);

const rowById = prepared((db, parameter: (name: "servicePrincipalId" | "id") => string) =>
  db
    .selectFrom("jobs")
    .select(columns)
    .where("service_principal_id", "=", parameter("servicePrincipalId"))
    .where("id", "=", parameter("id")),
);

/** Whether a service principal has this job. */
export async function hasJob(db: Kysely<Tables>, servicePrincipalId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom("jobs")
    .select("id")
    .where("service_principal_id", "=", servicePrincipalId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

async function withSchema<Job extends { readonly id: string }>(db: Kysely<Tables>, job: Job): Promise<Job> {
  return { ...job, schema: (await schemaOfJob(db, job.id)) ?? null };
}

type Row = Pick<JobRow, (typeof columns)[number]>;

function jobOf(row: Row, related: Related): SynchronizationJob & { readonly id: string } {
  if (row.scripted_at !== null) related.scripted?.();
  return jobIn(row);
}

const jobIn = onceARow((row: Row) => ({
  ...readObject(row.extra, "jobs.extra"),
  id: row.id,
  templateId: row.template_id,
  schedule: {
    ...readObject(row.schedule, "jobs.schedule"),
    interval: row.schedule_interval,
    state: row.schedule_state,
  },
  status: { code: row.status_code, ...readObject(row.status, "jobs.status") },
  ...(row.settings !== null && { synchronizationJobSettings: readObjects(row.settings, "jobs.settings") }),
}));
