import { Kysely } from "kysely";
import { isEmulatorError } from "../emulator-error.ts";
import { badDatabase } from "./bad-database.ts";
import type { Engine } from "./engine.ts";
import { migrate } from "./migrations.ts";
import type { Tables } from "./tables.ts";
import { turns } from "./turns.ts";

/** A database that is open, and whether it has been filled. */
export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly filled: boolean;
}

/**
 * One opening of this process after the other: two that make the same file's first table at once would wait for each
 * other's lock, see `sqlite.ts`. Other processes are kept apart by the database.
 */
const openings = turns();

/** Opens the database, creates it where there is none, brings it to the newest form, and fills it where that is due. */
export async function openDatabase(
  engine: Engine,
  fill: (db: Kysely<Tables>) => Promise<boolean>,
): Promise<OpenDatabase> {
  const end = await openings.take();
  try {
    const db = new Kysely<Tables>({ dialect: await engine.dialect() });
    try {
      await migrate(db);
      return { db, filled: await fill(db) };
    } catch (error) {
      await db.destroy();
      throw error;
    }
  } catch (error) {
    throw isEmulatorError(error) ? error : badDatabase(engine, error);
  } finally {
    end();
  }
}
