import type { CompiledQuery, DialectAdapter, Kysely } from "kysely";
import type { Reads } from "./reads-until-written.ts";
import { storable } from "./storable.ts";
import type { Tables } from "./tables.ts";

/** Stands for a value until the query is asked. */
class Parameter {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that is built and compiled once for each kind of database, and then asked again and again with other values: to
 * build one takes as long as to answer it.
 *
 * @param build gives the query; where a value belongs, it takes `parameter(name)`.
 */
export function prepared<Name extends string, Row>(
  build: (db: Kysely<Tables>, parameter: (name: Name) => string) => { compile(): CompiledQuery<Row> },
): (db: Kysely<Tables>, values: Readonly<Record<Name, string>>) => Promise<readonly Row[]> {
  const known = new WeakMap<DialectAdapter, CompiledQuery<Row>>();
  // Kysely takes a value as it is and hands it to nobody before the query is asked, so it may be something else till then.
  const parameter = (name: Name): string => new Parameter(name) as unknown as string;
  return async (db, values) => {
    // A transaction has the adapter of the database that it is on.
    const { adapter } = db.getExecutor();
    const compiled = known.get(adapter) ?? build(db, parameter).compile();
    known.set(adapter, compiled);
    const parameters = compiled.parameters.map((value) =>
      // Made by `parameter`, so its name is one of these.
      value instanceof Parameter ? storable(values[value.name as Name]) : value,
    );
    // Of this very query, so they are its rows.
    const remembered = readsOf.get(adapter)?.known(compiled.sql, parameters) as readonly Row[] | undefined;
    if (remembered !== undefined) return remembered;
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}

const readsOf = new WeakMap<DialectAdapter, Reads>();

/** Spares prepared queries on this kind of database the way through Kysely, which takes longer than to remember. */
export function remembering<Adapter extends DialectAdapter>(adapter: Adapter, reads: Reads): Adapter {
  readsOf.set(adapter, reads);
  return adapter;
}
