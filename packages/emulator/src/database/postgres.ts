import {
  type ColumnDefinitionNode,
  CompiledQuery,
  DataTypeNode,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type PostgresPool,
  PostgresQueryCompiler,
  type QueryCompiler,
  RawNode,
  type TransactionSettings,
} from "kysely";
import type { Engine } from "./engine.ts";
import { explainPostgres } from "./postgres-failure.ts";
import { storable } from "./storable.ts";

/** A PostgreSQL database; several processes may share it. */
export function postgres(url: URL): Engine {
  const name = `${url.protocol}//${url.host}${url.pathname}`;
  return {
    name,
    dialect: async () => new OneWriterPostgres({ pool: await poolOf(url) }),
    // It outlives this process, and has no file beside it.
    key: undefined,
    explain: explainPostgres,
  };
}

async function poolOf(url: URL): Promise<PostgresPool> {
  // Read only where it is needed: most emulators keep their state elsewhere.
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    connectionString: url.href,
    connectionTimeoutMillis: 5_000,
    // A process that hangs or was stopped in a transaction must not hold up the others for ever.
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    types: {
      // The driver gives 64-bit integers as texts. All of ours are counts and times, which are exact as numbers.
      getTypeParser: (type, format): unknown =>
        type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format),
    },
  });
  // A connection that dies while nobody uses it is replaced at the next query; without a listener it ends the process.
  pool.on("error", () => undefined);
  return pool;
}

class OneWriterPostgres extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new OneWriterDriver(this.#config);
  }

  override createQueryCompiler(): QueryCompiler {
    return new TextsAsInSqlite();
  }
}

/** Any number will do that no other program takes for a lock in the same database. */
const writersLock = "7164873205419906211";

class OneWriterDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    // At a higher level the transaction would go on seeing what was there before it waited for its turn.
    await super.beginTransaction(connection, { ...settings, isolationLevel: "read committed" });
    try {
      await connection.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(${writersLock})`));
    } catch (error) {
      await this.rollbackTransaction(connection);
      throw error;
    }
  }
}

/** Texts sort and compare by their bytes, whatever the language of the database. */
class TextsAsInSqlite extends PostgresQueryCompiler {
  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    const isText = DataTypeNode.is(node.dataType) && node.dataType.dataType === "text";
    super.visitColumnDefinition(isText ? { ...node, dataType: binaryText } : node);
  }

  protected override appendValue(value: unknown): void {
    super.appendValue(typeof value === "string" ? storable(value) : value);
  }
}

const binaryText: RawNode = RawNode.createWithSql('text collate "C"');
