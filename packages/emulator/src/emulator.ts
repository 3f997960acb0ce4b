import { clouds, systemHost, type Clock } from "@graph-sync/core";
import { createControl } from "./control/control.ts";
import { movableClock } from "./control/movable-clock.ts";
import { badDatabase } from "./database/bad-database.ts";
import { engineAt } from "./database/engine.ts";
import { openDatabase } from "./database/open.ts";
import { EmulatorError } from "./emulator-error.ts";
import { built } from "./handlers/built.ts";
import { createApp } from "./http/app.ts";
import { errorBody, GraphFault } from "./http/graph-fault.ts";
import { marksFor, stampOf } from "./http/stamp.ts";
import { checkKey, keyOf } from "./sealing/emulator-key.ts";
import { vault } from "./sealing/vault.ts";
import { readSeed } from "./seed/read-seed.ts";
import { sampleTenant } from "./seed/sample-tenant.ts";
import { writeSeed } from "./seed/write-seed.ts";
import { directoryOf, type DirectoryEntry } from "./store/directory.ts";

/** Where an emulator keeps its state, what is in it at the start, and how it may be reached. */
export interface EmulatorOptions {
  /**
   * `file:` and a path keeps the state in that file, `postgres://user:password@host:5432/name` in that database, which
   * several emulators may share. In memory unless told, and gone with the emulator.
   */
  readonly database?: string;
  /**
   * 32 bytes in base64, as `openssl rand -base64 32` makes them: the key that the values of secrets are sealed with, by
   * AES-256-GCM, before they reach the database. Unless told, a fresh one in memory, and for a file the one in a second
   * file beside it, `tenant.db.key`, which is made with the first secret. PostgreSQL needs one.
   */
  readonly key?: string;
  /**
   * What an empty database is filled with; a database that holds an app, a user or a group is left as it is. JSON in one of three forms: a
   * {@link TenantSeed}, the answer of `GET …/synchronization/jobs`, or a schema as the portal exports it. A sample
   * tenant of two apps unless told.
   */
  readonly seed?: object;
  /** The bearer tokens that are accepted; any unless told, and then nobody else may reach the emulator. */
  readonly tokens?: readonly string[];
  /** Where the time comes from; the machine's clock unless told. */
  readonly clock?: Pick<Clock, "now">;
  /**
   * How the targets of jobs are called, when credentials are tried and schemas are discovered; the global `fetch` unless
   * told. Give one that refuses inner addresses wherever others may set a job's `BaseAddress`.
   */
  readonly fetch?: typeof globalThis.fetch;
  /**
   * The origin of the addresses in answers, such as `@odata.nextLink`; a client follows only those to its own cloud.
   * `https://graph.microsoft.com` unless told, whatever host was called.
   */
  readonly origin?: string;
  /**
   * Whether `/_emulator/…` is there, by which a test resets and restores the tenant, moves the clock, injects faults, sees
   * what was requested, and scripts what no engine does yet. Who can call that can do all of it, so not unless told.
   */
  readonly control?: boolean;
}

/** The Graph synchronization API of one tenant. */
export interface Emulator {
  /**
   * Answers like the global `fetch` of a world in which every host is this service. It rejects only where `fetch` does:
   * for a bad URL or an aborted signal. After `close` it answers 503.
   */
  readonly fetch: typeof globalThis.fetch;
  /**
   * What a server puts behind its socket: answers its request as it is, whether the caller has gone away or not. It never
   * rejects. After `close` it answers 503.
   */
  readonly answer: (request: Request) => Promise<Response>;
  /** Whether the database was empty and has been filled by this emulator. */
  readonly seeded: boolean;
  /**
   * The apps of the tenant, as the database holds them now: the ids to call with.
   *
   * @throws {EmulatorError} `bad-database` where they cannot be read, as after `close`.
   */
  directory(): Promise<readonly DirectoryEntry[]>;
  /** Waits for what runs, then closes the database. A second call does nothing more. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of the Graph synchronization API. It does not provision.
 *
 * @throws {EmulatorError} `bad-database`, `bad-key` or `bad-seed`, with what to do about it.
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const moved = movableClock(options.clock ?? systemHost.clock);
  const { clock } = moved;
  // Read before the database is opened, so that a bad seed leaves no empty file behind.
  const rows = readSeed(options.seed ?? sampleTenant(clock.now()));
  const engine = engineAt(options.database);
  const sealing = vault(keyOf(engine, options.key));
  const { db, filled: seeded } = await openDatabase(engine, async (database) => {
    await checkKey(engine, database, sealing);
    return writeSeed(database, rows, sealing);
  });
  const answerOf = createApp({
    db,
    vault: sealing,
    clock,
    handlers: built,
    tokens: options.tokens,
    fetch: options.fetch ?? globalThis.fetch,
    origin: options.origin ?? clouds.global.graphOrigin,
    ...(options.control === true && { control: createControl({ db, vault: sealing, rows, clock: moved }) }),
  });
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  async function answer(request: Request): Promise<Response> {
    if (closing !== undefined) return closedAnswer(request, clock);
    return untilDone(Promise.resolve(answerOf(request)));
  }

  async function untilDone<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    try {
      return await work;
    } finally {
      running.delete(work);
    }
  }

  return {
    seeded,
    async directory() {
      if (closing !== undefined) throw new EmulatorError("bad-database", closed);
      try {
        return await untilDone(directoryOf(db));
      } catch (error) {
        throw badDatabase(engine, error);
      }
    },
    async fetch(input, init) {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      request.signal.throwIfAborted();
      return answer(request);
    },
    answer,
    close() {
      closing ??= Promise.allSettled(running).then(() => db.destroy());
      return closing;
    },
  };
}

const closed = "The emulator was closed. Create another one.";

function closedAnswer(request: Request, clock: Pick<Clock, "now">): Response {
  const marks = marksFor(request.headers.get("client-request-id") ?? undefined, clock);
  const fault = new GraphFault(503, "ServiceUnavailable", closed);
  return Response.json(errorBody(fault, marks), { status: fault.status, headers: stampOf(marks) });
}
