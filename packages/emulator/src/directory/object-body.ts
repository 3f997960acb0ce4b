import type { JsonObject } from "@graph-sync/core";
import type { EntityType } from "../odata/entity-type.ts";
import type { Literal } from "../odata/filter-tree.ts";
import { directoryFault } from "./faults.ts";

/** What is known of a kind of object beyond its properties. */
export interface BodyRules {
  readonly type: EntityType;
  /** What a new one must have. */
  readonly required: readonly string[];
  /** What is taken and never answered, such as a password; nothing of it is kept. */
  readonly writeOnly: readonly string[];
  /** What only the directory sets. */
  readonly readOnly: readonly string[];
}

/**
 * The members of a body that are kept. A member that the type does not have is refused, as Graph does: a slip must not
 * pass for a property.
 */
export function membersIn(body: JsonObject, { type, required, writeOnly, readOnly }: BodyRules): JsonObject {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    if (writeOnly.includes(name) || name === "@odata.type") continue;
    if (!type.properties.includes(name)) {
      throw directoryFault(`Invalid property '${name}': the emulator's type '${type.name}' does not have it.`);
    }
    if (readOnly.includes(name)) throw directoryFault(`Property '${name}' is read-only and cannot be set.`);
    if (!fits(value, type.kinds?.get(name.toLowerCase()) ?? (required.includes(name) ? "text" : undefined))) {
      // Graph's words.
      throw directoryFault(`Invalid value specified for property '${name}' of resource '${resourceOf(type)}'.`);
    }
    kept[name] = value;
  }
  return kept;
}

/** Refuses a new object without what it must have, in Graph's words. */
export function requireMembers(body: JsonObject, { type, required }: BodyRules): void {
  for (const name of required) {
    const value = body[name] ?? "";
    if (value !== "") continue;
    throw directoryFault(`A value is required for property '${name}' of resource '${resourceOf(type)}'.`);
  }
}

/** Whether a value is of a kind; null is of each, and any value of one that is not known. */
function fits(value: unknown, kind: Literal["kind"] | undefined): boolean {
  if (value === null || kind === undefined) return true;
  if (kind === "boolean") return typeof value === "boolean";
  if (kind === "date") return typeof value === "string" && !Number.isNaN(Date.parse(value));
  return kind !== "text" || typeof value === "string";
}

function resourceOf({ name }: EntityType): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
