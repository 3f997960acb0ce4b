import type { SynchronizationSchema } from "@graph-sync/core";
import { canonical } from "./model/canonical.ts";
import { checkSchema } from "./model/check-schema.ts";
import { compareText, isArray, isObject, type Member, memberOf, membersOf, objectOf } from "./model/json.ts";
import { schemaShape, type Shape, shapeOf } from "./model/shape.ts";

/** How a schema is written. */
export interface FormatOptions {
  /**
   * Puts rules, mappings, clauses, directories and attributes in the order of their names. The service does not care for
   * their order, so two schemas that mean the same give the same text. Default false: the order stays.
   */
  readonly sort?: boolean;
}

/**
 * Writes a schema as JSON that is always the same for the same schema: two blanks, what a thing is called first, known
 * members in one order and unknown ones after them. Nothing is left out; `parse` gives the same schema back.
 * @throws SchemaError `not-a-schema`
 */
export function format(schema: SynchronizationSchema, options: FormatOptions = {}): string {
  return `${JSON.stringify(arranged(schema, options), null, 2)}\n`;
}

/** The schema with its members, and where asked for its items, in order; for every text that is made of it. */
export function arranged(schema: SynchronizationSchema, { sort = false }: FormatOptions = {}): object {
  checkSchema(schema);
  return arrangedMembers(schema, schemaShape, sort);
}

function arrange(value: unknown, shape: Shape, sort: boolean): unknown {
  if (isArray(value)) {
    const of = shape.kind === "list" ? shape.of : anything;
    const items = value.map((item) => arrange(item, of, sort));
    return sort && shape.kind === "list" && shape.keys.length > 0 ? sorted(items, shape.keys[0] ?? [], of) : items;
  }
  return isObject(value) ? arrangedMembers(value, shape, sort) : value;
}

function arrangedMembers(value: object, shape: Shape, sort: boolean): object {
  const known = shape.kind === "object" ? [...shape.members.keys()] : [];
  const rank = new Map(known.map((name, index) => [name, index]));
  const rankOf = (name: string): number => rank.get(name) ?? known.length;
  const members = [...membersOf(value)].sort(
    ([one], [other]) => rankOf(one) - rankOf(other) || compareText(one, other),
  );
  return objectOf(
    members.map(([name, member]): Member => {
      const of = shape.kind === "object" ? shapeOf(shape, name) : anything;
      return [name, arrange(member, of, sort)];
    }),
  );
}

const anything: Shape = { kind: "any" };

/** By what items are known by, then by all they hold, so that equal sets always come in one order. */
function sorted(items: readonly unknown[], keys: readonly string[], of: Shape): readonly unknown[] {
  const ranked = items.map((item) => {
    const names = isObject(item) ? keys.map((key) => canonical(memberOf(item, key), anything)) : [];
    return { item, order: [...names, canonical(item, of), JSON.stringify(item)].join("\n") };
  });
  return ranked.sort((one, other) => compareText(one.order, other.order)).map(({ item }) => item);
}
