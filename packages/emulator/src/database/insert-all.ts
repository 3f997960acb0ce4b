import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Time goes by statements, and every length makes one of its own, which is kept: so they are long, and not as long as can be. */
const mostValues = 500;

/** Adds rows to a table, many at once, in a transaction of the caller's. */
export async function insertAll<Table extends keyof Tables>(
  transaction: Kysely<Tables>,
  table: Table,
  rows: readonly Tables[Table][],
): Promise<void> {
  const most = Math.ceil(mostValues / Object.keys(rows[0] ?? {}).length);
  for (let at = 0; at < rows.length; at += most) {
    await anyTable(transaction)
      .insertInto(table)
      .values(rows.slice(at, at + most))
      .execute();
  }
}

/** Which table it is says the caller, whose rows are of it. */
function anyTable(db: Kysely<Tables>): Kysely<Record<string, object>> {
  return db as unknown as Kysely<Record<string, object>>;
}
