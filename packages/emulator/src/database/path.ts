import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { EmulatorError } from "../emulator-error.ts";

/** An absolute path: libsql takes a relative one that looks like a URL for a server's address. */
export function pathOf(address: string): string {
  const given = /^file:(?<path>.+)$/u.exec(address)?.groups?.["path"];
  if (given === undefined) {
    throw refusal(
      address,
      "is not one this emulator knows. Write file: and a path, like file:tenant.db, or postgres: and where the server is; without a database it keeps its state in memory",
    );
  }
  // SQLite's own addresses have options there; here they would be part of a name, or be lost.
  if (given.includes("?")) throw refusal(address, "has options, which are not known. Write the path alone");
  const path = absolute(given, address);
  // libsql ends the whole process over it.
  if (path.includes("\0")) throw refusal(address, "has a zero byte, which no file name can. Name another file");
  if (basename(path) === ":memory:") {
    throw refusal(address, "is not a file. Leave the database out, and the state is kept in memory");
  }
  return path;
}

function absolute(given: string, address: string): string {
  try {
    return given.startsWith("//") ? fileURLToPath(address) : resolve(given);
  } catch (error) {
    throw refusal(address, "is not the URL of a file. Write file: and a path, like file:tenant.db", { cause: error });
  }
}

function refusal(address: string, problem: string, options?: ErrorOptions): EmulatorError {
  // What was meant for PostgreSQL may hold a password.
  const shown = address.startsWith("file:") ? address : address.replace(/^.*@/su, "…@");
  return new EmulatorError("bad-database", `The database ${JSON.stringify(shown)} ${problem}.`, options);
}
