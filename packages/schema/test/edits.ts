import type { SynchronizationSchema } from "@graph-sync/core";
import { checkSchema } from "../src/model/check-schema.ts";
import { isArray, isObject, membersOf, objectOf, type Path } from "../src/model/json.ts";
import { schemaShape, type Shape, shapeOf } from "../src/model/shape.ts";

/** The schema with the items of every list whose order means nothing, and with all members, in another order. */
export function shuffled(schema: SynchronizationSchema, dice: Iterator<number>): SynchronizationSchema {
  const mix = <Item>(items: readonly Item[]): readonly Item[] =>
    items
      .map((item) => ({ item, rank: dice.next().value as number }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ item }) => item);
  const turn = (value: unknown, shape: Shape): unknown => {
    if (isArray(value) && shape.kind === "list") {
      const items = value.map((item) => turn(item, shape.of));
      return shape.keys.length > 0 ? mix(items) : items;
    }
    if (!isObject(value) || shape.kind !== "object") return value;
    return objectOf(mix(membersOf(value)).map(([name, member]) => [name, turn(member, shapeOf(shape, name))]));
  };
  const other = turn(schema, schemaShape);
  checkSchema(other);
  return other;
}

/** The paths of all texts that an administrator can change; what the service changes by itself is not among them. */
export function textsOf(value: unknown, shape: Shape = schemaShape, path: Path = []): readonly Path[] {
  if (typeof value === "string") return [path];
  if (isArray(value)) {
    const of: Shape = shape.kind === "list" ? shape.of : { kind: "any" };
    return value.flatMap((item, index) => textsOf(item, of, [...path, index]));
  }
  if (!isObject(value)) return [];
  return membersOf(value).flatMap(([name, member]) => {
    if (shape.kind !== "object") return textsOf(member, { kind: "any" }, [...path, name]);
    return shape.owned.has(name) ? [] : textsOf(member, shapeOf(shape, name), [...path, name]);
  });
}

/** The schema with another text at a path. */
export function anotherText(schema: SynchronizationSchema, path: Path): SynchronizationSchema {
  const change = (value: unknown, [step, ...rest]: Path): unknown => {
    if (step === undefined) return `${String(value)}, changed`;
    if (isArray(value)) return value.map((item, index) => (index === step ? change(item, rest) : item));
    if (!isObject(value)) return value;
    return objectOf(membersOf(value).map(([name, member]) => [name, name === step ? change(member, rest) : member]));
  };
  const changed = change(schema, path);
  checkSchema(changed);
  return changed;
}
