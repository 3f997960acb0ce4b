import { EmulatorError } from "../emulator-error.ts";

/** The refusal of a database that failed in use: which one, why, and what to do. */
export function badDatabase(path: string, error: unknown): EmulatorError {
  return new EmulatorError("bad-database", `The database ${path} cannot be used: ${reason(error)}`, { cause: error });
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
