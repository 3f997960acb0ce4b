import { isEmulatorError } from "../emulator-error.ts";
import { badSeed } from "./seed-document.ts";

/** Far more than a schema has, and far less than what overflows the stack of those who read it. */
const deepest = 200;

/** The seed as JSON holds it. What JSON cannot hold is refused by its place. */
export function jsonSeed(seed: object): unknown {
  try {
    refuseNoJson(seed, "seed", new Set());
    return JSON.parse(JSON.stringify(seed));
  } catch (error) {
    if (isEmulatorError(error)) throw error;
    // A getter or a `toJSON` of the caller.
    throw badSeed("seed", "cannot be written as JSON", { cause: error });
  }
}

function refuseNoJson(value: unknown, path: string, owners: Set<object>): void {
  if (typeof value === "bigint") throw badSeed(path, "must be JSON, but is a bigint");
  if (typeof value !== "object" || value === null) return;
  if (owners.has(value)) throw badSeed(path, "must be JSON, but holds itself");
  if (owners.size === deepest) throw badSeed(startOf(path), `is nested deeper than ${deepest} levels`);
  owners.add(value);
  const isArray = Array.isArray(value);
  for (const [name, member] of Object.entries(value)) {
    refuseNoJson(member, isArray ? `${path}[${name}]` : `${path}.${name}`, owners);
  }
  owners.delete(value);
}

/** So much of a path of hundreds of names that its place can be found. */
function startOf(path: string): string {
  return path.length > 60 ? `${path.slice(0, 60)}…` : path;
}
