import type { SynchronizationJob } from "@graph-sync/core";
import type { Kysely } from "kysely";
import { readObject, readObjects } from "../database/document.ts";
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
  const rows = await db
    .selectFrom("jobs")
    .select(columns)
    .where("service_principal_id", "=", servicePrincipalId)
    .orderBy("ordinal")
    .execute();
  return Promise.all(rows.map((row) => jobOf(db, row, related)));
}

/** One job of a service principal. */
export async function findJob(
  db: Kysely<Tables>,
  servicePrincipalId: string | undefined,
  id: string,
  related: Related,
): Promise<SynchronizationJob | undefined> {
  if (servicePrincipalId === undefined) return undefined;
  const row = await db
    .selectFrom("jobs")
    .select(columns)
    .where("service_principal_id", "=", servicePrincipalId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && jobOf(db, row, related);
}

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

async function jobOf(
  db: Kysely<Tables>,
  row: Pick<JobRow, (typeof columns)[number]>,
  related: Related,
): Promise<SynchronizationJob> {
  if (row.scripted_at !== null) related.scripted?.();
  return {
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
    ...(related.schema && { schema: (await schemaOfJob(db, row.id)) ?? null }),
  };
}
