import type { SynchronizationSchema } from "@graph-sync/core";
import { canonical } from "../model/canonical.ts";
import { checkSchema } from "../model/check-schema.ts";
import { compareText, isArray, isObject, memberOf, membersOf } from "../model/json.ts";
import { type ListShape, type ObjectShape, schemaShape, type Shape, shapeOf } from "../model/shape.ts";
import type { Change, Side } from "./change.ts";
import { type Item, pairItems } from "./pair.ts";
import { titleOf } from "./title.ts";

/**
 * What is different in the second schema: rules, mappings, filters, directories and attributes are matched by what they
 * are called, never by position.
 *
 * Left out is what means nothing: order, null against missing, documented defaults, and what the service changes by
 * itself (`version`, `@odata.context`, a directory's `version` and `discoveryDateTime`). An empty list means: no change.
 * @throws SchemaError `not-a-schema`
 */
export function diff(before: SynchronizationSchema, after: SynchronizationSchema): readonly Change[] {
  checkSchema(before);
  checkSchema(after);
  return [...inObject({ value: before, path: [] }, { value: after, path: [] }, schemaShape, [])];
}

function* inObject(before: Side, after: Side, shape: ObjectShape, place: readonly string[]): Generator<Change> {
  for (const name of namesIn(before.value, after.value, shape)) {
    const of = shapeOf(shape, name);
    const sides = [step(before, name), step(after, name)] as const;
    if (canonical(sides[0].value, of) !== canonical(sides[1].value, of)) {
      yield* inMember(name, sides, of, shape, place);
    }
  }
}

function* inMember(
  member: string,
  [before, after]: readonly [Side, Side],
  of: Shape,
  owner: ObjectShape,
  place: readonly string[],
): Generator<Change> {
  if (of.kind === "list" && of.of.kind === "object" && listed(before.value) && listed(after.value)) {
    yield* inList([before, after], of, of.of, place, member);
  } else if (of.kind === "object" && !of.whole && isObject(before.value) && isObject(after.value)) {
    yield* inObject(before, after, of, place);
  } else {
    yield { kind: "changed", what: owner.what, place, member, ...fromOf(before), ...toOf(after) };
  }
}

/** Null and missing are an empty list here, as the service takes them. */
const listed = (value: unknown): boolean => value === undefined || value === null || isArray(value);
const itemsOf = (value: unknown): readonly unknown[] => (isArray(value) ? value : []);

function* inList(
  [before, after]: readonly [Side, Side],
  list: ListShape,
  of: ObjectShape,
  place: readonly string[],
  member: string,
): Generator<Change> {
  const at = (side: Side, item: Item): Side => ({ value: item.value, path: [...side.path, item.index] });
  const group = groupName(member);
  for (const [one, other] of pairItems(itemsOf(before.value), itemsOf(after.value), list)) {
    const item = other ?? one;
    if (item === undefined) continue;
    const here = [...place, ...group, titleOf(item.value, of)];
    if (one !== undefined && other !== undefined) {
      const [left, right] = [at(before, one), at(after, other)];
      // Only items that differ, and an empty object has no members in which they could.
      if (isObject(left.value) && isObject(right.value)) yield* inObject(left, right, of, here);
    } else if (one !== undefined) {
      yield { kind: "removed", what: of.what, place: here, ...fromOf(at(before, one)) };
    } else {
      yield { kind: "added", what: of.what, place: here, ...toOf(at(after, item)) };
    }
  }
}

/** Groups of clauses are in three lists, and only one of them is the usual one. */
function groupName(member: string): readonly string[] {
  return member === "inputFilterGroups" || member === "categoryFilterGroups" ? [member] : [];
}

function namesIn(before: unknown, after: unknown, shape: ObjectShape): readonly string[] {
  const known = [...shape.members.keys()].filter((name) => !shape.owned.has(name));
  const present = [before, after].flatMap((value) => (isObject(value) ? membersOf(value).map(([name]) => name) : []));
  const unknown = [...new Set(present)].filter((name) => !shape.members.has(name)).sort(compareText);
  return [...known, ...unknown];
}

function step({ value, path }: Side, name: string): Side {
  return { value: isObject(value) ? memberOf(value, name) : undefined, path: [...path, name] };
}

const fromOf = ({ value, path }: Side): Partial<Change> => (value === undefined ? {} : { from: path, before: value });
const toOf = ({ value, path }: Side): Partial<Change> => (value === undefined ? {} : { to: path, after: value });
