import { type JsonObject, parseJson } from "@graph-sync/core";
import { type BatchItem, readBatch } from "./batch-item.ts";

/** Answers one request of a batch as if it had come alone. */
export type AnswerAlone = (path: string, init: RequestInit) => Promise<Response>;

/**
 * Answers the requests of a batch: those that depend on nothing at once, the others when what they depend on was answered,
 * and 424 where that failed. The order of the answers means nothing.
 */
export async function answerBatch(
  body: JsonObject,
  alone: AnswerAlone,
): Promise<{ readonly responses: readonly object[] }> {
  const items = readBatch(body);
  const running = new Map<string, Promise<Answered>>();
  for (const item of items) running.set(item.key, answered(item, running, alone));
  const responses = await Promise.all(items.map(({ key }) => Promise.resolve(running.get(key))));
  return { responses: responses.filter((response) => response !== undefined) };
}

interface Answered {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function answered(
  { id, method, url, headers, body, dependsOn }: BatchItem,
  running: ReadonlyMap<string, Promise<Answered>>,
  alone: AnswerAlone,
): Promise<Answered> {
  const before = await Promise.all(dependsOn.map((name) => Promise.resolve(running.get(name))));
  if (before.some((one) => one !== undefined && one.status >= 400)) {
    const error = { code: "FailedDependency", message: "A request that this one depends on failed." };
    return { id, status: 424, headers: {}, body: { error } };
  }
  const response = await alone(url, { method, headers, ...(body !== undefined && { body }) });
  const text = await response.text();
  return {
    id,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    ...(text !== "" && { body: parseJson(text) ?? btoa(text) }),
  };
}
