import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import type { BatchItem } from "./batch-item.ts";

/** What Graph takes in one batch. https://learn.microsoft.com/graph/json-batching */
const maxItems = 20;

/** An item with its final name, in lower case, as are the names that it depends on. */
export interface NamedItem {
  readonly id: string;
  readonly dependsOn: readonly string[];
  /** Its place in what the caller gave. */
  readonly index: number;
  readonly item: BatchItem<unknown>;
}

/**
 * Names the items and checks their names.
 * @throws InvalidRequestError for a name that is there twice, and for a dependency that does not stand before
 */
export function nameItems(items: readonly BatchItem<unknown>[]): readonly NamedItem[] {
  const taken = new Set<string>();
  for (const { id } of items) {
    if (id === undefined) continue;
    if (!/^[\w.-]{1,64}$/.test(id))
      throw new InvalidRequestError(`batch: ${JSON.stringify(id)} is no id: use letters, digits, . _ -`);
    if (taken.has(id.toLowerCase()))
      throw new InvalidRequestError(`batch: the id ${id} is there twice; its case does not count.`);
    taken.add(id.toLowerCase());
  }
  const before = new Set<string>();
  let count = 0;
  return items.map((item, index) => {
    const id = item.id?.toLowerCase() ?? freeName();
    const dependsOn = item.dependsOn.map((name) => name.toLowerCase());
    for (const name of dependsOn) {
      if (!before.has(name))
        throw new InvalidRequestError(`batch: ${id} depends on ${name}, which does not stand before it.`);
    }
    before.add(id);
    return { id, dependsOn, index, item };
  });

  function freeName(): string {
    do count += 1;
    while (taken.has(String(count)));
    taken.add(String(count));
    return String(count);
  }
}

/**
 * Splits items into batches of at most 20. Items that depend on each other stay together, in their order.
 * @throws InvalidRequestError for more than 20 that belong together
 */
export function splitItems(items: readonly NamedItem[]): readonly (readonly NamedItem[])[] {
  const batches: NamedItem[][] = [];
  for (const group of groupsOf(items)) {
    if (group.length > maxItems) {
      throw new InvalidRequestError(
        `batch: ${group.length} items depend on each other, and Graph takes ${maxItems} at a time.`,
      );
    }
    const last = batches.at(-1);
    if (last !== undefined && last.length + group.length <= maxItems) last.push(...group);
    else batches.push([...group]);
  }
  return batches;
}

/** Items that are connected by dependencies, each group in the order of the items. */
function groupsOf(items: readonly NamedItem[]): readonly (readonly NamedItem[])[] {
  const groupOf = new Map<string, NamedItem[]>();
  for (const item of items) {
    const joined = new Set(item.dependsOn.flatMap((name) => groupOf.get(name) ?? []));
    const group = [...joined, item].sort((a, b) => a.index - b.index);
    for (const member of group) groupOf.set(member.id, group);
  }
  return [...new Set(groupOf.values())];
}
