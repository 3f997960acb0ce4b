import { isJsonObject } from "@graph-sync/core";

/** What names are looked up in: the item, and the variables of the lambdas around. */
export interface Scope {
  readonly item: unknown;
  readonly variables: ReadonlyMap<string, unknown>;
}

/** What a path leads to; null where a part of it is not there, as OData has it. */
export function valueAt(names: readonly string[], { item, variables }: Scope): unknown {
  const [first = "", ...rest] = names;
  const start = variables.has(first) ? variables.get(first) : memberOf(item, first);
  return rest.reduce(memberOf, start) ?? null;
}

/** A member by its name, in any case: filters and `Location` print names in lower case. */
function memberOf(value: unknown, name: string): unknown {
  if (!isJsonObject(value)) return null;
  if (Object.hasOwn(value, name)) return value[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(value).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? null : value[found];
}

/**
 * Which of two values is greater: negative, 0 or positive; undefined where they cannot be compared. A date, which only a
 * literal is, is compared with a text as a moment.
 */
export function compareValues(one: unknown, other: unknown, fold: boolean): number | undefined {
  if (one === null || other === null) return one === other ? 0 : undefined;
  if (one instanceof Date || other instanceof Date) return order(momentOf(one), momentOf(other));
  if (typeof one === "string" && typeof other === "string") {
    return fold ? order(one.toLowerCase(), other.toLowerCase()) : order(one, other);
  }
  if (typeof one === "number" && typeof other === "number") return order(one, other);
  if (typeof one === "boolean" && typeof other === "boolean") return order(Number(one), Number(other));
  return undefined;
}

function order<T extends string | number>(one: T | undefined, other: T | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  return one < other ? -1 : one > other ? 1 : 0;
}

function momentOf(value: unknown): number | undefined {
  if (value instanceof Date) return value.getTime();
  const moment = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(moment) ? undefined : moment;
}
