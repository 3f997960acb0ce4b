import { Kysely, SqliteDialect } from "kysely";
import Libsql from "libsql";
import { badDatabase } from "./bad-database.ts";
import { migrate } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/** A database that is open, and whether it has been filled. */
export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly filled: boolean;
}

/** Opens the database, creates it where there is none, brings it to the newest form, and fills it where that is due. */
export async function openDatabase(
  path: string,
  fill: (db: Kysely<Tables>) => Promise<boolean>,
): Promise<OpenDatabase> {
  return inTurn(async () => {
    try {
      const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: open(path) }) });
      try {
        await migrate(db);
        return { db, filled: await fill(db) };
      } catch (error) {
        await db.destroy();
        throw error;
      }
    } catch (error) {
      throw badDatabase(path, error);
    }
  });
}

let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * One opening of this process after the other: SQLite's migrations run in no transaction, so two at once would create
 * the same tables; and a lock that one waits for blocks the thread on which the other would release it.
 */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = lastTurn.then(work);
  lastTurn = turn.catch(() => undefined);
  return turn;
}

function open(path: string): InstanceType<typeof Libsql> {
  const database = new Libsql(path);
  try {
    // Another program may hold the file for a moment, to look at it or to change it.
    database.pragma("busy_timeout = 5000");
    database.pragma("foreign_keys = ON");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
