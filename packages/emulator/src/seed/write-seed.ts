import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Vault } from "../sealing/vault.ts";
import { sealedRow } from "../store/secrets.ts";
import type { SeedRows } from "./seed-rows.ts";

/** Fills an empty database, all or nothing; one that holds an app, a user or a group is left as it is. Answers whether it wrote. */
export async function writeSeed(db: Kysely<Tables>, rows: SeedRows, vault: Vault): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    for (const table of ["applications", "service_principals", "directory_objects"] as const) {
      if (await transaction.selectFrom(table).select("id").executeTakeFirst()) return false;
    }
    await fillWith(transaction, rows, vault);
    return true;
  });
}

/** Writes the seed into a database that is empty, in a transaction of the caller's. */
export async function fillWith(transaction: Kysely<Tables>, rows: SeedRows, vault: Vault): Promise<void> {
  for (const row of rows.applications) await transaction.insertInto("applications").values(row).execute();
  for (const row of rows.servicePrincipals) await transaction.insertInto("service_principals").values(row).execute();
  for (const row of rows.templates) await transaction.insertInto("templates").values(row).execute();
  for (const row of rows.jobs) await transaction.insertInto("jobs").values(row).execute();
  for (const row of rows.secrets) {
    const { service_principal_id: owner, ordinal, key, value } = row;
    await transaction
      .insertInto("secrets")
      .values(sealedRow(vault, owner, ordinal, key, value))
      .execute();
  }
  for (const row of rows.directoryObjects) await transaction.insertInto("directory_objects").values(row).execute();
  for (const row of rows.directoryLinks) await transaction.insertInto("directory_links").values(row).execute();
}
