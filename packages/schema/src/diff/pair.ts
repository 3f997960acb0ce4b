import { canonical } from "../model/canonical.ts";
import { isObject, memberOf } from "../model/json.ts";
import type { ListShape } from "../model/shape.ts";

/** An item of a list, with where it stands there. */
export interface Item<Value = unknown> {
  readonly value: Value;
  readonly index: number;
}

export type Pair<Value = unknown> = readonly [before: Item<Value> | undefined, after: Item<Value> | undefined];

/**
 * Pairs the items of two lists by what they are known by, never by position. In a list of equal names, equal items go
 * together first, so that a repeated name does not make two changes out of none.
 */
export function pairItems<Value>(
  before: readonly Value[],
  after: readonly Value[],
  shape: ListShape,
): readonly Pair<Value>[] {
  const pairs: Pair<Value>[] = [];
  let left = numbered(before);
  let right = numbered(after);
  const meaning = (item: Item<Value>): string => canonical(item.value, shape.of);
  // Equal under the best name, equal under any, then the same name alone; what is left has come or gone.
  const rounds = shape.keys.flatMap((keys) => {
    const name = (item: Item<Value>): string | undefined => nameBy(item.value, keys);
    return [(item: Item<Value>) => (name(item) === undefined ? undefined : meaning(item)), name];
  });
  for (const round of [...rounds, meaning]) {
    const matched = match(left, right, round);
    pairs.push(...matched.pairs);
    ({ left, right } = matched);
  }
  const gone = left.map((item): Pair<Value> => [item, undefined]);
  const come = right.map((item): Pair<Value> => [undefined, item]);
  return [...pairs, ...gone, ...come];
}

interface Matched<Value> {
  readonly pairs: readonly Pair<Value>[];
  readonly left: readonly Item<Value>[];
  readonly right: readonly Item<Value>[];
}

function match<Value>(
  left: readonly Item<Value>[],
  right: readonly Item<Value>[],
  keyOf: (item: Item<Value>) => string | undefined,
): Matched<Value> {
  const waiting = new Map<string, Item<Value>[]>();
  for (const item of [...right].reverse()) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const queue = waiting.get(key);
    if (queue === undefined) waiting.set(key, [item]);
    else queue.push(item);
  }
  const pairs: Pair<Value>[] = [];
  const taken = new Set<Item<Value>>();
  const rest: Item<Value>[] = [];
  for (const item of left) {
    const key = keyOf(item);
    const partner = key === undefined ? undefined : waiting.get(key)?.pop();
    if (partner === undefined) {
      rest.push(item);
    } else {
      pairs.push([item, partner]);
      taken.add(partner);
    }
  }
  return { pairs, left: rest, right: right.filter((item) => !taken.has(item)) };
}

function numbered<Value>(items: readonly Value[]): readonly Item<Value>[] {
  return items.map((value, index) => ({ value, index }));
}

/** The names that make an item itself; undefined where one of them is missing. */
function nameBy(value: unknown, keys: readonly string[]): string | undefined {
  if (!isObject(value)) return undefined;
  const names = keys.map((key) => memberOf(value, key));
  return names.every((name) => typeof name === "string" && name !== "") ? JSON.stringify(names) : undefined;
}
