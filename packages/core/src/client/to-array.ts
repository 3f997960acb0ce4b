import { InvalidRequestError } from "../errors/invalid-request-error.ts";

/**
 * Reads a collection into an array; with `limit`, only its first items, and no page after them.
 * @throws InvalidRequestError unless `limit` is a positive integer or `Infinity`
 * @example
 * const jobs = await toArray(sync.jobs.list());
 */
export async function toArray<Item>(
  items: AsyncIterable<Item>,
  { limit = Infinity }: { readonly limit?: number } = {},
): Promise<Item[]> {
  if (limit !== Infinity && !(Number.isSafeInteger(limit) && limit > 0)) {
    throw new InvalidRequestError(`limit must be a positive integer, not ${String(limit)}.`);
  }
  const array: Item[] = [];
  for await (const item of items) {
    array.push(item);
    if (array.length >= limit) break;
  }
  return array;
}
