import type { Kysely } from "kysely";
import type { Owner } from "../store/owner.ts";
import type { Tables } from "./tables.ts";

/** A call, as far as a transaction changes it. */
interface OnDatabase {
  readonly db: Kysely<Tables>;
  readonly owner: (db?: Kysely<Tables>) => Promise<Owner>;
}

/**
 * Does all of a write on one transaction: what was read is still true when it is written, and a writer waits for its turn
 * without holding up the thread; see `Engine`. The call inside reads its app in the transaction, too, since that may have been
 * deleted while the body came in.
 */
export function inTransaction<On extends OnDatabase, Result>(
  call: On,
  work: (call: On) => Promise<Result>,
): Promise<Result> {
  return call.db
    .transaction()
    .execute((transaction) => work({ ...call, db: transaction, owner: () => call.owner(transaction) }));
}
