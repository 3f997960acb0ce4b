import { isJsonObject, type JsonObject } from "@graph-sync/core";
import { isStorable } from "../database/storable.ts";
import { badRequest } from "../http/graph-fault.ts";

/** A text member of a body, which must be there and not be empty. */
export function textIn(body: JsonObject, name: string): string {
  const text = textIfIn(body, name);
  if (text === undefined || text === "") throw badRequest(`The property '${name}' is missing, or is empty.`);
  return text;
}

/** A text member, or undefined where it is absent or null. */
export function textIfIn(body: JsonObject, name: string): string | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== "string") throw badRequest(`The property '${name}' must be a text.`);
  if (!isStorable(value)) throw badRequest(`The property '${name}' is not valid Unicode text.`);
  return value;
}

/** A true-or-false member, or undefined where it is absent or null. */
export function booleanIfIn(body: JsonObject, name: string): boolean | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined || typeof value === "boolean") return value;
  throw badRequest(`The property '${name}' must be true or false.`);
}

/** An object member, or undefined where it is absent or null. */
export function objectIfIn(body: JsonObject, name: string): JsonObject | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined || isJsonObject(value)) return value;
  throw badRequest(`The property '${name}' must be an object.`);
}

/** A list of objects, or undefined where it is absent or null. */
export function objectsIfIn(body: JsonObject, name: string): readonly JsonObject[] | undefined {
  const value = body[name] ?? undefined;
  if (value === undefined || (Array.isArray(value) && value.every(isJsonObject))) return value;
  throw badRequest(`The property '${name}' must be a list of objects.`);
}

/** A list of objects, which must be there and not be empty. */
export function objectsIn(body: JsonObject, name: string): readonly JsonObject[] {
  const list = objectsIfIn(body, name) ?? [];
  if (list.length === 0) throw badRequest(`The property '${name}' is missing, or is empty.`);
  return list;
}

/** Refuses members of another name, but for annotations: a slip must not pass for a setting. */
export function knowOnly(body: JsonObject, names: readonly string[]): void {
  const stranger = Object.keys(body).find((name) => !names.includes(name) && !name.includes("@"));
  if (stranger !== undefined)
    throw badRequest(`The property '${stranger}' is not known here; there are ${names.join(", ")}.`);
}

/** The body without its annotations, such as the `@odata.context` of an answer that is sent back. */
export function withoutAnnotations(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith("@")));
}
