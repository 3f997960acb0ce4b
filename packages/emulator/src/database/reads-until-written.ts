import type { SqliteStatement } from "kysely";

/** Statements that remember what they read. */
export interface Reads {
  of(sql: string, statement: SqliteStatement): SqliteStatement;
  /** What a statement with these parameters would read now; undefined where it must be asked. */
  known(sql: string, parameters: readonly unknown[]): readonly unknown[] | undefined;
}

/** In characters, of a read with its statement; what is larger is read anew. */
const longestKept = 65_536;
/** The same of all reads together. */
const mostKept = 4_194_304;

/**
 * For a database that only one connection can change, such as one in memory: what was read stays true until a statement that
 * does not only read. Nothing is remembered in a transaction, which alone sees what it has written. Rows are shared, and so
 * frozen.
 */
export function readsUntilWritten(): Reads {
  const known = new Map<string, Map<string, unknown[]>>();
  let size = 0;
  let inTransaction = false;

  const find = (sql: string, key: string): unknown[] | undefined => known.get(sql)?.get(key);

  function keep(sql: string, key: string, rows: unknown[]): unknown[] {
    const added = sql.length + key.length + sizeOf(rows);
    if (inTransaction || added > longestKept) return rows;
    if (size + added > mostKept) forget();
    size += added;
    for (const row of rows) Object.freeze(row);
    Object.freeze(rows);
    const ofStatement = known.get(sql) ?? new Map<string, unknown[]>();
    known.set(sql, ofStatement.set(key, rows));
    return rows;
  }

  function forget(): void {
    known.clear();
    size = 0;
  }

  return {
    known: (sql, parameters) => find(sql, keyOf(parameters)),
    of(sql, statement) {
      const reads = statement.reader && /^select\b/iu.test(sql);
      return {
        reader: statement.reader,
        all(parameters) {
          if (!reads) {
            forget();
            return statement.all(parameters);
          }
          const key = keyOf(parameters);
          return find(sql, key) ?? keep(sql, key, statement.all(parameters));
        },
        run(parameters) {
          forget();
          const done = statement.run(parameters);
          if (/^begin\b/iu.test(sql)) inTransaction = true;
          if (/^(?:commit|rollback)$/iu.test(sql)) inTransaction = false;
          return done;
        },
        iterate: (parameters) => statement.iterate(parameters),
      };
    },
  };
}

function keyOf(parameters: readonly unknown[]): string {
  return JSON.stringify(parameters);
}

function sizeOf(rows: readonly unknown[]): number {
  let size = 0;
  for (const row of rows) {
    for (const value of Object.values(row ?? {})) size += typeof value === "string" ? value.length : 1;
  }
  return size;
}
