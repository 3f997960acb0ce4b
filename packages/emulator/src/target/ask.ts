import { parseJson } from "@graph-sync/core";
import { badRequest, GraphFault } from "../http/graph-fault.ts";

/** What a target answered. */
export interface TargetAnswer {
  readonly status: number;
  /** The JSON of the body; undefined where it is none. */
  readonly json: unknown;
}

const timeoutMs = 10_000;
const longestAnswer = 1_048_576;

/**
 * Sends one request to a job's target and reads the answer, within limits. A redirect is an answer like any other: a token
 * must not follow it to another host.
 * @throws {GraphFault} 400 that says in a sentence why there is no answer
 */
export async function ask(fetch: typeof globalThis.fetch, url: URL, init: RequestInit): Promise<TargetAnswer> {
  try {
    const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, json: parseJson(await textOf(response)) };
  } catch (error) {
    if (error instanceof GraphFault) throw error;
    throw badRequest(`${url.origin} gave no answer: ${reasonOf(error)}.`);
  }
}

async function textOf({ body, status }: Response): Promise<string> {
  if (body === null || status === 0) return "";
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > longestAnswer) throw badRequest(`The answer of the target is longer than ${longestAnswer} bytes.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** The code of a failure, or its name: a message may quote the address with what is in it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "it failed";
  if (error.name === "TimeoutError") return `it took longer than ${timeoutMs / 1000} seconds`;
  const cause: unknown = error.cause;
  return cause instanceof Error && "code" in cause ? String(cause.code) : error.name;
}
