import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Kysely, SqliteDialect } from "kysely";
import Libsql from "libsql";
import { EmulatorError } from "../emulator-error.ts";
import { migrate } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/** Opens the database, creates it where there is none, and brings it to the newest form. */
export async function openDatabase(address: string | undefined): Promise<Kysely<Tables>> {
  const path = address === undefined ? ":memory:" : pathOf(address);
  try {
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: open(path) }) });
    try {
      await migrate(db);
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return db;
  } catch (error) {
    throw new EmulatorError("bad-database", `The database ${path} cannot be used: ${reason(error)}`, { cause: error });
  }
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

/** An absolute path: libsql takes a relative one that looks like a URL for a server's address. */
function pathOf(address: string): string {
  const path = /^file:(?<path>.+)$/u.exec(address)?.groups?.["path"];
  if (path === undefined) {
    throw new EmulatorError(
      "bad-database",
      `The database "${address}" is not one this emulator knows. Write file: and a path, like file:tenant.db; without a database it keeps its state in memory.`,
    );
  }
  try {
    return path.startsWith("//") ? fileURLToPath(address) : resolve(path);
  } catch (error) {
    const message = `The database "${address}" is not the URL of a file. Write file: and a path, like file:tenant.db.`;
    throw new EmulatorError("bad-database", message, { cause: error });
  }
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/unable to open/iu.test(message)) {
    return "it cannot be opened. The folder must exist, the path must not be a folder, and both must be writable.";
  }
  if (/file is not a database/iu.test(message)) {
    return "the file is not a SQLite database. Name another file, or move this one away.";
  }
  if (/corrupted migrations/iu.test(message)) {
    return "a newer version of the emulator made it. Use that version, or name another file.";
  }
  if (/readonly|read-only/iu.test(message)) return "the file is read-only. Make it writable, or name another one.";
  if (/locked|busy/iu.test(message)) return "another program holds it. Stop that program, or name another file.";
  return `${message}. Name another file, or move this one away.`;
}
