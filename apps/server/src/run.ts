import { createEmulator, isEmulatorError } from "@graph-sync/emulator";
import { CommanderError } from "commander";
import { greeting } from "./greeting.ts";
import { readSeedFile, readTls } from "./input-files.ts";
import { listen } from "./listen.ts";
import { Refusal } from "./refusal.ts";
import { readSettings, type Output, type Settings } from "./settings.ts";

/** What the program uses of its process. */
export interface ProcessIO extends Output {
  once(signal: "SIGINT" | "SIGTERM", listener: () => void): unknown;
}

/** Runs the server until a signal stops it; answers the exit code. */
export async function run(args: readonly string[], io: ProcessIO): Promise<number> {
  try {
    await serve(readSettings(args, io), io);
    return 0;
  } catch (error) {
    // Commander has printed its complaint, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Refusal) && !isEmulatorError(error)) throw error;
    io.stderr.write(`graph-sync-server: ${error.message}\n`);
    return error instanceof Refusal ? error.exitCode : 1;
  }
}

async function serve(settings: Settings, io: ProcessIO): Promise<void> {
  const tls = settings.tls && readTls(settings.tls);
  const seed = settings.seed === undefined ? undefined : readSeedFile(settings.seed);
  const emulator = await createEmulator({
    ...(settings.database !== undefined && { database: settings.database }),
    ...(seed !== undefined && { seed }),
  });
  try {
    const directory = await emulator.directory();
    const { origin, stop } = await listen({
      fetch: (request) => emulator.fetch(request),
      host: settings.host,
      port: settings.port,
      ...(tls !== undefined && { tls }),
    });
    const signalled = firstSignal(io);
    io.stdout.write(greeting(origin, directory));
    if (seed !== undefined && !emulator.seeded) {
      io.stderr.write("graph-sync-server: the database holds a tenant already, so the seed was not used.\n");
    }
    await signalled;
    await stop();
  } finally {
    await emulator.close();
  }
}

/** A second signal of the same kind finds no listener, and ends the process at once. */
function firstSignal(io: ProcessIO): Promise<void> {
  return new Promise((resolve) => {
    io.once("SIGINT", resolve);
    io.once("SIGTERM", resolve);
  });
}
