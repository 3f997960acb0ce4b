import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

/** The ids of one app of the emulated tenant. */
export interface DirectoryEntry {
  /** The app's name. */
  readonly displayName: string;
  /** The client id. */
  readonly appId: string;
  /** The object id of the application; absent where it lives in another tenant. */
  readonly applicationId?: string;
  /** The object id of the service principal. */
  readonly servicePrincipalId: string;
  /** The ids of its synchronization jobs, oldest first. */
  readonly jobIds: readonly string[];
}

/** The apps that the database holds now, by name. */
export async function directoryOf(db: Kysely<Tables>): Promise<readonly DirectoryEntry[]> {
  const apps = await db
    .selectFrom("service_principals")
    .leftJoin("applications", "applications.app_id", "service_principals.app_id")
    .select([
      "service_principals.display_name",
      "service_principals.app_id",
      "service_principals.id",
      "applications.id as application_id",
    ])
    .orderBy("service_principals.display_name")
    .execute();
  const jobs = await db.selectFrom("jobs").select(["id", "service_principal_id"]).orderBy("ordinal").execute();
  return apps.map((app) => ({
    displayName: app.display_name,
    appId: app.app_id,
    ...(app.application_id !== null && { applicationId: app.application_id }),
    servicePrincipalId: app.id,
    jobIds: jobs.filter((job) => job.service_principal_id === app.id).map((job) => job.id),
  }));
}
