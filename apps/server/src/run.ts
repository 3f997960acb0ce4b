import { createEmulator, isEmulatorError, type Emulator } from "@graph-sync/emulator";
import { CommanderError } from "commander";
import { greeting } from "./greeting.ts";
import { readSeedFile, readTls } from "./input-files.ts";
import { listen } from "./listen.ts";
import { openLog, type Log } from "./log.ts";
import { outwardFetch } from "./outward-fetch.ts";
import { Refusal } from "./refusal.ts";
import { readSecret, tokensIn } from "./secret-input.ts";
import { service } from "./service.ts";
import { readSettings, type Output, type Settings } from "./settings.ts";

/** What the program uses of its process. */
export interface ProcessIO extends Output {
  once(signal: "SIGINT" | "SIGTERM", listener: () => void): unknown;
  once(event: "uncaughtException" | "unhandledRejection", listener: (error: unknown) => void): unknown;
}

/** Runs the server until a signal stops it; answers the exit code. */
export async function run(args: readonly string[], io: ProcessIO): Promise<number> {
  try {
    const settings = readSettings(args, io);
    return await serve(settings, openLog(settings.log, io.stderr), io);
  } catch (error) {
    // Commander has printed its complaint, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Refusal) && !isEmulatorError(error)) throw error;
    io.stderr.write(`graph-sync-server: ${error.message}\n`);
    return error instanceof Refusal ? error.exitCode : 1;
  }
}

async function serve(settings: Settings, log: Log, io: ProcessIO): Promise<number> {
  const tls = settings.tls && readTls(settings.tls);
  const seed = settings.seed === undefined ? undefined : readSeedFile(settings.seed);
  const tokens =
    settings.auth === "static" ? tokensIn(readSecret(tokenVariable, settings.tokenFile, "token")) : undefined;
  const key = readSecret(keyVariable, settings.keyFile, "key");
  let emulator: Emulator | undefined;
  let stopping = false;
  const { origin, stop } = await listen({
    fetch: service({ emulator: () => emulator, stopping: () => stopping }, log),
    host: settings.host,
    port: settings.port,
    headersTimeoutMs: settings.headersTimeoutMs,
    requestTimeoutMs: settings.requestTimeoutMs,
    keepAliveTimeoutMs: settings.keepAliveTimeoutMs,
    ...(tls !== undefined && { tls }),
  });
  try {
    emulator = await createEmulator({
      origin: settings.origin ?? origin,
      ...(settings.database !== undefined && { database: settings.database }),
      ...(key !== undefined && { key }),
      ...(tokens !== undefined && { tokens }),
      ...(seed !== undefined && { seed }),
      ...(settings.isPublic && { fetch: outwardFetch }),
      control: settings.control ?? false,
    });
    const ended = firstEnd(io, log);
    io.stdout.write(greeting(origin, settings, await emulator.directory()));
    if (seed !== undefined && !emulator.seeded) {
      io.stderr.write("graph-sync-server: the database holds a tenant already, so the seed was not used.\n");
    }
    log.info("ready");
    const code = await ended;
    log.info("stopping");
    return code;
  } finally {
    stopping = true;
    await stop();
    await emulator?.close();
  }
}

const tokenVariable = "GRAPH_SYNC_SERVER_TOKEN";
const keyVariable = "GRAPH_SYNC_SERVER_KEY";

/**
 * The exit code, once a signal comes or something fails that nobody expected. A second signal of the same kind finds no
 * listener, and ends the process at once.
 */
function firstEnd(io: ProcessIO, log: Log): Promise<number> {
  return new Promise((resolve) => {
    io.once("SIGINT", () => resolve(0));
    io.once("SIGTERM", () => resolve(0));
    for (const event of ["uncaughtException", "unhandledRejection"] as const) {
      io.once(event, (error) => {
        log.failed("The server failed, and stops.", error);
        resolve(1);
      });
    }
  });
}
