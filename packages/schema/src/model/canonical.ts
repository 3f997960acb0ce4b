import { compareText, isArray, isObject, type Member, memberOf, membersOf } from "./json.ts";
import { type ListShape, type ObjectShape, type Scalar, type Shape, shapeOf } from "./shape.ts";

/**
 * What a value means, as text: two values with the same text are the same to the service.
 *
 * What is null, empty or the documented default of a known member counts as absent; the order of members, and of items that are known by a
 * name, does not count; enum members are compared without case. What the service changes by itself is left out.
 */
export function canonical(value: unknown, shape: Shape): string {
  return JSON.stringify(meaning(value, shape) ?? null);
}

function meaning(value: unknown, shape: Shape): unknown {
  if (shape.kind === "any") return loose(value);
  if (value === null || value === undefined) return undefined;
  if (isArray(value)) return shape.kind === "list" ? itemsIn(value, shape) : loose(value);
  if (isObject(value)) return shape.kind === "object" ? membersIn(value, shape) : loose(value);
  return shape.kind === "object" || shape.kind === "list" ? value : scalar(value, shape);
}

function itemsIn(items: readonly unknown[], { of, keys }: ListShape): unknown {
  if (items.length === 0) return undefined;
  const meanings = items.map((item) => meaning(item, of) ?? null);
  if (keys.length === 0) return meanings;
  const byText = new Map(meanings.map((item) => [item, JSON.stringify(item)]));
  return meanings.sort((one, other) => compareText(byText.get(one) ?? "", byText.get(other) ?? ""));
}

function membersIn(value: object, shape: ObjectShape): unknown {
  const known = [...shape.members.keys()].filter((name) => !shape.owned.has(name));
  const unknown = membersOf(value)
    .map(([name]) => name)
    .filter((name) => !shape.members.has(name))
    .sort(compareText);
  const members = [...known, ...unknown].flatMap((name): readonly Member[] => {
    const member = meaning(memberOf(value, name), shapeOf(shape, name));
    return member === undefined ? [] : [[name, member]];
  });
  return members.length === 0 ? undefined : members;
}

/** Members that nobody knows keep everything but their order. Pairs, not an object: numbers as names would move. */
function loose(value: unknown): unknown {
  if (isArray(value)) return value.map(loose);
  if (!isObject(value)) return value;
  const members = [...membersOf(value)].sort(([one], [other]) => compareText(one, other));
  return { members: members.map(([name, member]) => [name, loose(member)]) };
}

function scalar(value: unknown, { kind, absent }: Scalar): unknown {
  const folded = typeof value === "string" ? fold(value, kind) : value;
  const none = typeof absent === "string" ? fold(absent, kind) : absent;
  return folded === none ? undefined : folded;
}

function fold(value: string, kind: Scalar["kind"]): string {
  if (kind === "word") return value.toLowerCase();
  if (kind !== "flags") return value;
  const flags = value.split(",").map((flag) => flag.trim().toLowerCase());
  return [...new Set(flags)].sort(compareText).join(",");
}
