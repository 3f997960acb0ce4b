import { checkLimit } from "../wire/check-limits.ts";

/**
 * Reads a collection into an array; with `limit`, only its first items, and no page after them.
 * @throws InvalidRequestError unless `limit` is a positive integer or `Infinity`
 * @example
 * const jobs = await toArray(sync.jobs.list());
 */
export async function toArray<Item>(
  items: AsyncIterable<Item>,
  { limit = Infinity }: { readonly limit?: number | undefined } = {},
): Promise<Item[]> {
  checkLimit("limit", limit);
  const array: Item[] = [];
  for await (const item of items) {
    array.push(item);
    if (array.length >= limit) break;
  }
  return array;
}
