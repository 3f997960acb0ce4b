import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from "kysely";
import Libsql from "libsql";
import type { KeySource } from "../sealing/key.ts";
import type { Engine } from "./engine.ts";
import { readsUntilWritten, type Reads } from "./reads-until-written.ts";
import { turns } from "./turns.ts";

/** SQLite in a file, or in memory where the path is SQLite's name for that. */
export function sqlite(path: string, key: KeySource): Engine {
  // A file is other programs' to change as well.
  const reads = path === ":memory:" ? readsUntilWritten() : undefined;
  const dialect = (): Promise<Dialect> => Promise.resolve(new OneWriterSqlite({ database: tidied(open(path), reads) }));
  return { name: path, dialect, key, explain };
}

/** So many statements are kept; the service has fewer, but a `$filter` makes one of its own. */
const mostStatements = 500;

/**
 * A database that prepares each statement once, and of which one file is left when it is closed, whole: whoever is the last
 * to close it takes it out of WAL mode.
 */
function tidied(database: InstanceType<typeof Libsql>, reads: Reads | undefined): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const made = settled(database.prepare(sql));
      const statement = reads === undefined ? made : reads.of(sql, made);
      if (prepared.size >= mostStatements) prepared.clear();
      prepared.set(sql, statement);
      return statement;
    },
    close() {
      prepared.clear();
      try {
        database.pragma("busy_timeout = 0");
        database.pragma("journal_mode = DELETE");
      } catch {
        // Another one has it open, and will be the last.
      }
      database.close();
    },
  };
}

/** Kysely asks a statement each time whether it reads, and this driver would ask SQLite each time. */
function settled(statement: SqliteStatement): SqliteStatement {
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(bindable(parameters)),
    run: (parameters) => statement.run(bindable(parameters)),
    iterate: (parameters) => statement.iterate(bindable(parameters)),
  };
}

/** Over a value that is true or false, this driver ends the whole process; any other that it cannot bind it refuses. */
function bindable(parameters: readonly unknown[]): readonly unknown[] {
  if (parameters.some((value) => typeof value === "boolean")) throw new TypeError("SQLite has no true and no false.");
  return parameters;
}

function open(path: string): InstanceType<typeof Libsql> {
  const database = new Libsql(path);
  try {
    // Another program may hold the file for a moment, to look at it or to change it.
    database.pragma("busy_timeout = 5000");
    database.pragma("foreign_keys = ON");
    // Who reads does not hold up who writes; and what was committed is on the disk, not only with the operating system.
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function explain({ message }: Error): string {
  if (/unable to open/iu.test(message)) {
    return "it cannot be opened. The folder must exist, the path must not be a folder, and both must be writable.";
  }
  if (/file is not a database/iu.test(message)) {
    return "the file is not a SQLite database. Name another file, or move this one away.";
  }
  if (/readonly|read-only/iu.test(message)) return "the file is read-only. Make it writable, or name another one.";
  if (/locked|busy/iu.test(message)) return "another program holds it. Stop that program, or name another file.";
  return `${message}. Name another file, or move this one away.`;
}

class OneWriterSqlite extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new OneWriterDriver(this.#config);
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalDdl();
  }
}

/** SQLite makes tables in a transaction like everything else, so two processes that migrate at once take turns. */
class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * The writers of this process. Only one of them asks SQLite for its lock at a time: a lock that one waits for blocks the
 * thread on which the other would release it.
 */
const writers = turns();

class OneWriterDriver extends SqliteDriver {
  #release: (() => void) | undefined;

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#release = await writers.take();
    try {
      // A plain `begin` locks at the first write: what was read before may have changed by then.
      await connection.executeQuery(CompiledQuery.raw("begin immediate"));
    } catch (error) {
      this.#done();
      throw error;
    }
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.#done();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } finally {
      this.#done();
    }
  }

  #done(): void {
    this.#release?.();
    this.#release = undefined;
  }
}
