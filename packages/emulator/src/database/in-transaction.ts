import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * Does all of a write on one transaction: what was read is still true when it is written, and a writer waits for its turn
 * without holding up the thread; see `Engine`. The call inside has no `owner`, which reads beside the transaction.
 */
export function inTransaction<On extends { readonly db: Kysely<Tables> }, Result>(
  call: On,
  work: (call: Omit<On, "owner">) => Promise<Result>,
): Promise<Result> {
  return call.db.transaction().execute((transaction) => work({ ...call, db: transaction }));
}
