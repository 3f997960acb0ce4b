import type { SqliteStatement } from "kysely";

/** Statements that remember what they read. */
export interface Reads {
  of(sql: string, statement: SqliteStatement): SqliteStatement;
}

/** In characters of all its texts together; what is larger is read anew. */
const longestKept = 65_536;
const mostKept = 500;

/**
 * For a database that only one connection can change, such as one in memory: what was read stays true until a statement that
 * does not only read, the beginning and the end of a transaction among them. Rows are shared, and so frozen.
 */
export function readsUntilWritten(): Reads {
  const known = new Map<string, unknown[]>();

  function keep(key: string, rows: unknown[]): unknown[] {
    if (sizeOf(rows) > longestKept) return rows;
    if (known.size >= mostKept) known.clear();
    for (const row of rows) Object.freeze(row);
    Object.freeze(rows);
    known.set(key, rows);
    return rows;
  }

  return {
    of(sql, statement) {
      const reads = statement.reader && /^select\b/iu.test(sql);
      return {
        reader: statement.reader,
        all(parameters) {
          if (!reads) {
            known.clear();
            return statement.all(parameters);
          }
          const key = `${sql}\0${JSON.stringify(parameters)}`;
          return known.get(key) ?? keep(key, statement.all(parameters));
        },
        run(parameters) {
          known.clear();
          return statement.run(parameters);
        },
        iterate: (parameters) => statement.iterate(parameters),
      };
    },
  };
}

function sizeOf(rows: readonly unknown[]): number {
  let size = 0;
  for (const row of rows) {
    for (const value of Object.values(row ?? {})) size += typeof value === "string" ? value.length : 1;
  }
  return size;
}
