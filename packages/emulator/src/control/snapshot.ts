import type { Kysely } from "kysely";
import { insertAll } from "../database/insert-all.ts";
import type { Tables } from "../database/tables.ts";

/** Every row of every table. */
export type Snapshot = ReadonlyMap<string, readonly Row[]>;

type Row = Readonly<Record<string, unknown>>;

/** Every table, those before that others refer to. */
const tables = Object.keys({
  applications: true,
  service_principals: true,
  templates: true,
  jobs: true,
  secrets: true,
  object_connections: true,
  bulk_uploads: true,
  provisioning_log: true,
  directory_objects: true,
  directory_links: true,
  app_role_assignments: true,
  scripted_answers: true,
} satisfies Readonly<Record<keyof Tables, true>>) as readonly (keyof Tables)[];

/** Takes down the whole database. */
export async function takeSnapshot(db: Kysely<Tables>): Promise<Snapshot> {
  return db.transaction().execute(async (transaction) => {
    const rows = new Map<string, readonly Row[]>();
    for (const table of tables) rows.set(table, await anyTable(transaction).selectFrom(table).selectAll().execute());
    return rows;
  });
}

/** Puts a database back to what a snapshot holds, in a transaction of the caller's. */
export async function restoreSnapshot(transaction: Kysely<Tables>, snapshot: Snapshot): Promise<void> {
  await clearTables(transaction);
  for (const table of tables) {
    // As they were read from this very table.
    await insertAll(transaction, table, (snapshot.get(table) ?? []) as unknown as readonly Tables[keyof Tables][]);
  }
}

/** Empties every table, in a transaction of the caller's. */
export async function clearTables(transaction: Kysely<Tables>): Promise<void> {
  for (const table of tables.toReversed()) await anyTable(transaction).deleteFrom(table).execute();
}

/** The rows go back where they came from, so that nobody here needs to know what is in them. */
function anyTable(db: Kysely<Tables>): Kysely<Record<string, Record<string, unknown>>> {
  return db as unknown as Kysely<Record<string, Record<string, unknown>>>;
}
