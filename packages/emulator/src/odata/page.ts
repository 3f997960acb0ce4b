import { isJsonObject } from "@graph-sync/core";
import { badRequest } from "../http/graph-fault.ts";
import type { AnswerOptions } from "./options.ts";

/** A part of a collection. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** How many pass the filter in all; undefined where nobody asked. */
  readonly count: number | undefined;
  /** What leads to the next page; undefined on the last. */
  readonly skipToken: string | undefined;
}

/** Filters, orders and cuts a collection. */
export function pageOf<Item>(all: readonly Item[], options: AnswerOptions): Page<Item> {
  const { filter, order, top, skipToken, count } = options;
  const passed = filter === undefined ? all : all.filter(filter);
  const ordered = order === undefined ? passed : passed.toSorted(order);
  const start = skipToken === undefined ? 0 : startAfter(skipToken, ordered);
  const end = start + (top ?? ordered.length);
  const items = ordered.slice(start, end);
  return {
    items,
    // As the service, on the first page only.
    count: count && skipToken === undefined ? passed.length : undefined,
    skipToken: end < ordered.length ? tokenAfter(items.at(-1), end) : undefined,
  };
}

/** Where a page ended: its last item, and how many came before, in case that item is gone by then. */
function tokenAfter(last: unknown, end: number): string {
  return btoa(encodeURIComponent(JSON.stringify([end, idOf(last) ?? ""])))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function startAfter(token: string, items: readonly unknown[]): number {
  const read = readToken(token);
  if (read === undefined) throw badRequest("The $skiptoken is not one that an @odata.nextLink had.");
  const index = items.findIndex((item) => idOf(item) === read.id);
  return index === -1 ? read.end : index + 1;
}

function readToken(token: string): { readonly end: number; readonly id: string } | undefined {
  try {
    const read: unknown = JSON.parse(decodeURIComponent(atob(token.replaceAll("-", "+").replaceAll("_", "/"))));
    if (!Array.isArray(read)) return undefined;
    const [end, id] = read as readonly unknown[];
    return Number.isSafeInteger(end) && typeof end === "number" && end >= 0 && typeof id === "string"
      ? { end, id }
      : undefined;
  } catch {
    return undefined;
  }
}

function idOf(item: unknown): string | undefined {
  return isJsonObject(item) && typeof item["id"] === "string" ? item["id"] : undefined;
}
