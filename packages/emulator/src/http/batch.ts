import { isJsonObject, type JsonObject, parseJson } from "@graph-sync/core";
import { badRequest } from "./graph-fault.ts";

/** Answers one request of a batch as if it had come alone. */
export type AnswerAlone = (path: string, init: RequestInit) => Promise<Response>;

/** The documented limit: https://learn.microsoft.com/graph/json-batching */
const mostRequests = 20;

/**
 * Answers the requests of a batch: those that depend on nothing at once, the others when what they depend on was answered,
 * and 424 where that failed. The order of the answers means nothing.
 */
export async function answerBatch(
  body: JsonObject,
  alone: AnswerAlone,
): Promise<{ readonly responses: readonly object[] }> {
  const items = readItems(body);
  const running = new Map<string, Promise<Answered>>();
  for (const item of inOrder(items)) running.set(item.id, answered(item, running, alone));
  const responses = await Promise.all(items.map(({ id }) => Promise.resolve(running.get(id))));
  return { responses: responses.filter((response) => response !== undefined) };
}

interface Item {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly dependsOn: readonly string[];
}

interface Answered {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function answered(
  { id, method, url, headers, body, dependsOn }: Item,
  running: ReadonlyMap<string, Promise<Answered>>,
  alone: AnswerAlone,
): Promise<Answered> {
  const before = await Promise.all(dependsOn.map((name) => Promise.resolve(running.get(name))));
  if (before.some((one) => one !== undefined && one.status >= 400)) {
    const error = { code: "FailedDependency", message: "A request that this one depends on failed." };
    return { id, status: 424, headers: {}, body: { error } };
  }
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await alone(url, { method, headers, ...content });
  const text = await response.text();
  return {
    id,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    ...(text !== "" && { body: parseJson(text) ?? btoa(text) }),
  };
}

function readItems({ requests }: JsonObject): readonly Item[] {
  if (!Array.isArray(requests) || !requests.every(isJsonObject))
    throw badRequest("The property 'requests' must be a list.");
  if (requests.length === 0 || requests.length > mostRequests) {
    throw badRequest(`A batch has 1 to ${mostRequests} requests, and this one has ${requests.length}.`);
  }
  const items = requests.map(readItem);
  const ids = new Set(items.map(({ id }) => id));
  if (ids.size !== items.length) throw badRequest("Two requests of the batch have the same id.");
  for (const { id, dependsOn } of items) {
    const stranger = dependsOn.find((name) => !ids.has(name));
    if (stranger !== undefined)
      throw badRequest(`The request '${id}' depends on '${stranger}', which is not in the batch.`);
  }
  return items;
}

function readItem(request: JsonObject): Item {
  const { id, method, url, headers = {}, body, dependsOn = [] } = request as Readonly<Record<keyof Item, unknown>>;
  if (typeof id !== "string" || id === "") throw badRequest("A request of the batch has no id.");
  if (typeof method !== "string" || !/^(?:GET|POST|PUT|PATCH|DELETE)$/u.test(method)) {
    throw badRequest(`The request '${id}' has no method that is known.`);
  }
  if (typeof url !== "string" || !url.startsWith("/") || /^\/\$batch/iu.test(url)) {
    throw badRequest(`The url of the request '${id}' must be an address below the version, and no batch.`);
  }
  if (!Array.isArray(dependsOn) || !dependsOn.every((name) => typeof name === "string")) {
    throw badRequest(`The dependsOn of the request '${id}' must be a list of ids.`);
  }
  const read = readHeaders(id, headers);
  // Graph's words, and for the whole batch: https://learn.microsoft.com/graph/json-batching
  if (body !== undefined && !read.has("content-type")) {
    throw badRequest(`Write request with id '${id}' does not contain a Content-Type header.`);
  }
  return { id, method, url, headers: read, body, dependsOn };
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
function inOrder(items: readonly Item[]): readonly Item[] {
  const ordered: Item[] = [];
  const done = new Set<string>();
  let open = items;
  while (open.length > 0) {
    const ready = open.filter(({ dependsOn }) => dependsOn.every((id) => done.has(id)));
    if (ready.length === 0) throw badRequest("The requests of the batch depend on each other in a circle.");
    for (const item of ready) {
      ordered.push(item);
      done.add(item.id);
    }
    open = open.filter(({ id }) => !done.has(id));
  }
  return ordered;
}
