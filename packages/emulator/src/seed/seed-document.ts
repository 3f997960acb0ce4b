import { isStorable } from "../database/storable.ts";
import { EmulatorError } from "../emulator-error.ts";
import { misfitIn } from "../job/schema-shape.ts";

/** A JSON object of a seed that remembers where it stands, so that a refusal can name the place. */
export interface SeedObject {
  readonly path: string;
  readonly members: Readonly<Record<string, unknown>>;
}

/** The value as an object, refused where it is none. */
export function objectAt(value: unknown, path: string): SeedObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badSeed(path, `must be a JSON object, but is ${kindOf(value)}`);
  }
  return { path, members: Object.fromEntries(Object.entries(value)) };
}

/** An object member. */
export function objectIn(object: SeedObject, name: string): SeedObject {
  return objectAt(object.members[name], `${object.path}.${name}`);
}

/** The objects of an array member; a member that is absent or null has none. */
export function objectsIn(object: SeedObject, name: string): readonly SeedObject[] {
  const value = object.members[name];
  const path = `${object.path}.${name}`;
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badSeed(path, `must be an array, but is ${kindOf(value)}`);
  return value.map((item, index) => objectAt(item, `${path}[${index}]`));
}

/** A text member that must not be empty. */
export function textIn(object: SeedObject, name: string): string {
  const value = object.members[name];
  if (typeof value === "string" && !isStorable(value)) {
    throw badSeed(`${object.path}.${name}`, "is not valid Unicode text");
  }
  if (typeof value === "string" && value !== "") return value;
  throw badSeed(`${object.path}.${name}`, `must be a text, but is ${value === "" ? "empty" : kindOf(value)}`);
}

/** An object id or client id, in lower case. */
export function guidIn(object: SeedObject, name: string): string {
  const text = textIn(object, name);
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text)) return text.toLowerCase();
  throw badSeed(`${object.path}.${name}`, `must be a GUID, but is "${text}"`);
}

/** Refuses members that a form of our own does not have: a slip must not pass for a setting. */
export function knowOnly(object: SeedObject, names: readonly string[]): void {
  const stranger = Object.keys(object.members).find((name) => !names.includes(name));
  if (stranger === undefined) return;
  throw badSeed(`${object.path}.${stranger}`, `is not a member that a seed has there; there are ${names.join(", ")}`);
}

/** The members that have no place of their own. */
export function without(object: SeedObject, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(object.members).filter(([name]) => !names.includes(name)));
}

/** Refuses a seed in which two things have the same key. */
export function refuseRepeated<Row>(what: string, rows: readonly Row[], keyOf: (row: Row) => string): void {
  const seen = new Set<string>();
  for (const key of rows.map(keyOf)) {
    if (seen.has(key)) throw badSeed("seed", `holds the ${what} ${key} twice`);
    seen.add(key);
  }
}

/** Refuses a schema that could not be read again. */
export function refuseMisfit(schema: SeedObject): void {
  const misfit = misfitIn(schema.members);
  if (misfit !== undefined) throw badSeed(`${schema.path}.${misfit.place}`, misfit.problem);
}

/** The refusal of a seed: the place in the document, and what is wrong there. */
export function badSeed(path: string, problem: string, options?: ErrorOptions): EmulatorError {
  return new EmulatorError("bad-seed", `${path} ${problem}. Correct the seed and start again.`, options);
}

function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (typeof value !== "object") return `a ${typeof value}`;
  return Array.isArray(value) ? "an array" : "an object";
}
