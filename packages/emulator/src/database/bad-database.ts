import { EmulatorError } from "../emulator-error.ts";
import type { Engine } from "./engine.ts";

/** The refusal of a database that failed in use: which one, why, and what to do. */
export function badDatabase(engine: Engine, error: unknown): EmulatorError {
  return new EmulatorError("bad-database", `The database ${engine.name} cannot be used: ${reason(engine, error)}`, {
    cause: error,
  });
}

function reason(engine: Engine, error: unknown): string {
  const failure = error instanceof Error ? error : new Error(String(error));
  if (/corrupted migrations/iu.test(failure.message)) {
    return "a newer version of the emulator made it. Use that version, or name another database.";
  }
  return engine.explain(failure);
}
