import { SchemaError } from "../schema-error.ts";
import { formatPath, isArray, isObject, type Member, membersOf, objectOf, type Path } from "../model/json.ts";
import { schemaShape, type Shape, shapeOf } from "../model/shape.ts";
import { abbreviate, restore } from "./abbreviate.ts";
import { type Defaults, defaultsFor, type Kind, kindOf } from "./defaults.ts";

/** What a file holds: the version of this form, the values that it leaves out, and the schema. */
export interface Form {
  readonly graphSyncSchema: 1;
  readonly defaults: Defaults;
  readonly schema: unknown;
}

export function formOf(schema: object): Form {
  const items: Record<Kind, unknown[]> = { attributeMapping: [], attribute: [] };
  eachItem(schema, schemaShape, [], (item, kind) => {
    items[kind].push(item);
    return item;
  });
  const defaults = defaultsFor(items);
  const shorten = (item: unknown, kind: Kind): unknown => abbreviate(item, kind, defaults);
  return { graphSyncSchema: 1, defaults, schema: eachItem(schema, schemaShape, [], shorten) };
}

/** @throws SchemaError `bad-yaml` where an item cannot be read */
export function schemaIn({ defaults, schema }: Form): unknown {
  return eachItem(schema, schemaShape, [], (short, kind, path) => {
    const item = restore(short, kind, defaults);
    if (item !== undefined) return item;
    const problem = 'must be one name with its expression or its members, as in `- userName: "[mail]"`.';
    throw new SchemaError("bad-yaml", formatPath(path), problem);
  });
}

/** A copy in which each attribute mapping and each attribute of a directory is what `change` makes of it. */
function eachItem(
  value: unknown,
  shape: Shape,
  path: Path,
  change: (item: unknown, kind: Kind, path: Path) => unknown,
): unknown {
  if (isArray(value) && shape.kind === "list") {
    const kind = kindOf(shape.of);
    return value.map((item, index) => {
      const here = [...path, index];
      return kind === undefined ? eachItem(item, shape.of, here, change) : change(item, kind, here);
    });
  }
  if (!isObject(value) || shape.kind !== "object") return value;
  const members = membersOf(value).map(([name, member]): Member => {
    return [name, eachItem(member, shapeOf(shape, name), [...path, name], change)];
  });
  return objectOf(members);
}
