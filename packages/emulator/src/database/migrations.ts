import { Migrator, type Kysely, type Migration } from "kysely";
import { synchronizationTables } from "./migrations/0001-synchronization.ts";
import { jobProgress } from "./migrations/0002-job-progress.ts";
import { objectConnections } from "./migrations/0003-object-connections.ts";
import { bulkUploads } from "./migrations/0004-bulk-uploads.ts";
import { provisioningLog } from "./migrations/0005-provisioning-log.ts";
import { directory } from "./migrations/0006-directory.ts";
import { scripts } from "./migrations/0007-scripts.ts";
import type { Tables } from "./tables.ts";

/** Every step from an empty database to the newest one. Steps are only added, never changed. */
const migrations: Readonly<Record<string, Migration>> = {
  "0001-synchronization": synchronizationTables,
  "0002-job-progress": jobProgress,
  "0003-object-connections": objectConnections,
  "0004-bulk-uploads": bulkUploads,
  "0005-provisioning-log": provisioningLog,
  "0006-directory": directory,
  "0007-scripts": scripts,
};

/** Brings the database to the newest form; a database that is there already is left as it is. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error("a migration failed", { cause: error });
}
