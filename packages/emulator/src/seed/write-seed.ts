import type { Kysely } from "kysely";
import { insertAll } from "../database/insert-all.ts";
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
  await insertAll(transaction, "applications", rows.applications);
  await insertAll(transaction, "service_principals", rows.servicePrincipals);
  await insertAll(transaction, "templates", rows.templates);
  await insertAll(transaction, "jobs", rows.jobs);
  const secrets = rows.secrets.map(({ service_principal_id: owner, ordinal, key, value }) =>
    sealedRow(vault, owner, ordinal, key, value),
  );
  await insertAll(transaction, "secrets", secrets);
  await insertAll(transaction, "directory_objects", rows.directoryObjects);
  await insertAll(transaction, "directory_links", rows.directoryLinks);
}
