import { isJsonObject, type JsonObject } from "@graph-sync/core";
import { badRequest } from "./graph-fault.ts";

/** A request of a batch. */
export interface BatchItem {
  readonly id: string;
  /** The id as others name it: upper and lower case are the same. */
  readonly key: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** As it is sent; undefined where there is none. */
  readonly body: string | undefined;
  /** Keys. */
  readonly dependsOn: readonly string[];
}

/** The documented limit: https://learn.microsoft.com/graph/json-batching */
const mostRequests = 20;

/** The requests of a batch, each after those that it depends on. */
export function readBatch({ requests }: JsonObject): readonly BatchItem[] {
  if (!Array.isArray(requests) || !requests.every(isJsonObject))
    throw badRequest("The property 'requests' must be a list.");
  if (requests.length === 0 || requests.length > mostRequests) {
    throw badRequest(`A batch has 1 to ${mostRequests} requests, and this one has ${requests.length}.`);
  }
  const items = requests.map(readItem);
  const keys = new Set(items.map(({ key }) => key));
  if (keys.size !== items.length) throw badRequest("Two requests of the batch have the same id.");
  for (const { id, dependsOn } of items) {
    const stranger = dependsOn.find((name) => !keys.has(name));
    if (stranger !== undefined)
      throw badRequest(`The request '${id}' depends on '${stranger}', which is not in the batch.`);
  }
  return inOrder(items);
}

function readItem(request: JsonObject): BatchItem {
  const {
    id,
    method,
    url,
    headers = {},
    body = null,
    dependsOn = [],
  } = request as Readonly<Record<keyof BatchItem, unknown>>;
  if (typeof id !== "string" || id === "") throw badRequest("A request of the batch has no id.");
  if (typeof method !== "string" || !/^(?:GET|POST|PUT|PATCH|DELETE)$/u.test(method)) {
    throw badRequest(`The request '${id}' has no method that is known.`);
  }
  const address = typeof url === "string" ? addressIn(url) : undefined;
  if (address === undefined) {
    throw badRequest(`The url of the request '${id}' must be an address below the version, and no batch.`);
  }
  if (!Array.isArray(dependsOn) || !dependsOn.every((name) => typeof name === "string")) {
    throw badRequest(`The dependsOn of the request '${id}' must be a list of ids.`);
  }
  const read = readHeaders(id, headers);
  // Graph's words, and for the whole batch: https://learn.microsoft.com/graph/json-batching
  if (body !== null && !read.has("content-type")) {
    throw badRequest(`Write request with id '${id}' does not contain a Content-Type header.`);
  }
  return {
    id,
    key: id.toLowerCase(),
    method,
    url: address,
    headers: read,
    // A GET has none, as it has none when it comes alone.
    body: body === null || method === "GET" ? undefined : JSON.stringify(body),
    dependsOn: dependsOn.map((name) => name.toLowerCase()),
  };
}

/** The path and the query; undefined for what leads out of the version, also by way of dots, or is a batch itself. */
function addressIn(url: string): string | undefined {
  const base = "http://batch/version";
  if (!url.startsWith("/") || !URL.canParse(base + url)) return undefined;
  const { pathname, search } = new URL(base + url);
  if (!pathname.startsWith("/version/") || /^\/version\/(?:\$|%24)batch\b/iu.test(pathname)) return undefined;
  return pathname.slice("/version".length) + search;
}

function readHeaders(id: string, headers: unknown): Headers {
  const pairs = isJsonObject(headers) ? Object.entries(headers) : [["", ""]];
  try {
    return new Headers(
      pairs.map(([name = "", value]): [string, string] => [name, typeof value === "string" ? value : "\0"]),
    );
  } catch {
    throw badRequest(`The headers of the request '${id}' must be an object of texts.`);
  }
}

/** Each item after those that it depends on. */
function inOrder(items: readonly BatchItem[]): readonly BatchItem[] {
  const ordered: BatchItem[] = [];
  const done = new Set<string>();
  let open = items;
  while (open.length > 0) {
    const ready = open.filter(({ dependsOn }) => dependsOn.every((key) => done.has(key)));
    if (ready.length === 0) throw badRequest("The requests of the batch depend on each other in a circle.");
    for (const item of ready) {
      ordered.push(item);
      done.add(item.key);
    }
    open = open.filter(({ key }) => !done.has(key));
  }
  return ordered;
}
