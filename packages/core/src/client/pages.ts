import { TransportError } from "../errors/transport-error.ts";
import { checkLimit } from "../wire/check-limits.ts";
import type { Collection } from "../model/collection.ts";

/** One page of a collection. */
export interface Page<Item> {
  /** In the order in which Graph answered them. */
  readonly items: readonly Item[];
  /** The address of the next page; keep it to resume with `byPage({ from })`. Absent on the last page. */
  readonly nextLink: string | undefined;
}

/** Where to begin, and how far to go. */
export interface PageOptions {
  /** A `nextLink` kept from an earlier run; sent byte for byte, and only to the configured origin. */
  readonly from?: string;
  /** Ends with an error (`too-large`) where there are more pages than this. */
  readonly maxPages?: number;
}

/** A collection, one page in memory at a time. Each loop over it starts anew; `break` leaves nothing open. */
export interface Pages<Item> extends AsyncIterable<Item> {
  /** The same collection a page at a time, each with the link to the next. */
  byPage(options?: PageOptions): AsyncIterable<Page<Item>>;
}

/** Reads a page: the first one, or the one at a link. */
export type ReadPage<Item> = (link: string | undefined) => Promise<Collection<Item>>;

export function pagesOf<Item>(id: string, readPage: ReadPage<Item>): Pages<Item> {
  const byPage = (options: PageOptions = {}): AsyncIterable<Page<Item>> => walk(id, readPage, options);
  return {
    byPage,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of byPage()) yield* items;
    },
  };
}

async function* walk<Item>(
  id: string,
  readPage: ReadPage<Item>,
  { from, maxPages = Infinity }: PageOptions,
): AsyncGenerator<Page<Item>, void, void> {
  checkLimit("maxPages", maxPages);
  // The address of each page that was asked for; undefined is the row's own.
  const seen = new Set<string | undefined>();
  for (let link = from; ;) {
    if (seen.size >= maxPages) {
      throw new TransportError(
        `${id} has more than ${maxPages} pages (maxPages): resume with byPage({ from: nextLink }), or raise it.`,
        { code: "ERR_TOO_LARGE" },
      );
    }
    seen.add(link);
    const { value: items, "@odata.nextLink": nextLink } = await readPage(link);
    // The types are a promise of the metadata; a service that breaks it must not become a TypeError.
    if (!Array.isArray(items)) throw broken(id, 'answered a page without a "value" array');
    if (!["string", "undefined"].includes(typeof nextLink)) throw broken(id, "answered a nextLink that is not text");
    yield { items, nextLink };
    // Only the absence of a link ends a collection: an empty page may have pages after it.
    if (nextLink === undefined) return;
    if (seen.has(nextLink)) throw broken(id, "answered the same nextLink twice");
    link = nextLink;
  }
}

function broken(id: string, fault: string): TransportError {
  return new TransportError(`${id} ${fault}.`, { code: "ERR_BODY" });
}
