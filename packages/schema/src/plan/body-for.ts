import type { SynchronizationSchema } from "@graph-sync/core";
import { checkSchema } from "../model/check-schema.ts";
import { isArray, isObject, type Member, memberOf, membersOf, objectOf, textOf } from "../model/json.ts";

/**
 * The desired schema with what the service gives by itself as the job has it now: the schema's id, version and context;
 * of directories, by name, the id and what discovery wrote; of rules, the id where the desired one has none.
 */
export function bodyFor(current: SynchronizationSchema, desired: SynchronizationSchema): SynchronizationSchema {
  const owned = owning(desired, current, ["@odata.context", "id", "version"]);
  const body = objectOf(
    membersOf(owned).map(([name, member]): Member => {
      if (name === "directories") return [name, each(member, memberOf(current, name), directory)];
      if (name === "synchronizationRules") return [name, each(member, memberOf(current, name), rule)];
      return [name, member];
    }),
  );
  checkSchema(body);
  return body;
}

const directory = (desired: object, current: object): object =>
  owning(desired, current, ["id", "discoveryDateTime", "version"]);

const rule = (desired: object, current: object): object =>
  textOf(desired, "id") ? desired : owning(desired, current, ["id"]);

/** A copy that has these members as `current` does; what `current` lacks stays as it is. */
function owning(desired: object, current: object, names: readonly string[]): object {
  const given = names.flatMap((name): readonly Member[] => {
    const member = memberOf(current, name);
    return member === undefined ? [] : [[name, member]];
  });
  return objectOf([...membersOf(desired), ...given]);
}

/** Each item with its namesake; an item whose name is not unique has none. */
function each(desired: unknown, current: unknown, merge: (desired: object, current: object) => object): unknown {
  if (!isArray(desired) || !isArray(current)) return desired;
  const namesakes = new Map<string, object | undefined>();
  for (const item of current.filter(isObject)) {
    const name = textOf(item, "name") ?? "";
    if (name !== "") namesakes.set(name, namesakes.has(name) ? undefined : item);
  }
  const times = new Map<string, number>();
  const names = desired.map((item) => (isObject(item) ? (textOf(item, "name") ?? "") : ""));
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return desired.map((item: unknown, index) => {
    const name = names[index] ?? "";
    const namesake = times.get(name) === 1 ? namesakes.get(name) : undefined;
    return isObject(item) && namesake !== undefined ? merge(item, namesake) : item;
  });
}
