import { buildRequest } from "../client/build-request.ts";
import type { CallOptions } from "../client/call-options.ts";
import type { Caller } from "../client/caller.ts";
import type { Operation, Repeat, Version } from "../contract/operation.ts";
import { type GraphError, isGraphError } from "../errors/graph-error.ts";
import { isInvalidRequestError } from "../errors/invalid-request-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { mayRepeat } from "../pipeline/may-repeat.ts";
import { settledDelete } from "../pipeline/settled-delete.ts";
import type { GraphResponse } from "../wire/message.ts";
import { retryAfterMs } from "../wire/retry-after.ts";
import { readBatchAnswer } from "./batch-answer.ts";
import type { NamedItem } from "./batch-plan.ts";

/** What came back for an item: its own answer, or what befell the request that it was in. */
export type Outcome = GraphResponse | GraphError;

export interface RoundOptions {
  readonly attempts: number;
  /** When all of it must have ended, on the monotonic clock. */
  readonly end: number;
  readonly call: CallOptions;
}

/** Sends groups of items, each in as many rounds as it takes, and keeps what came back. */
export interface BatchRounds {
  send(group: readonly NamedItem[]): Promise<void>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export function batchRounds(caller: Caller, items: readonly NamedItem[], options: RoundOptions): BatchRounds {
  const { attempts, end, call } = options;
  const { clock } = caller.host;
  // All of them before the first is sent, so that a bad input in the last one sends nothing.
  const requests = new Map(items.map((each) => [each.id, requestOf(each, caller.version)]));
  const outcomes = new Map<string, Outcome>();
  /** Ids of what was sent again after an answer that leaves open whether it was done. */
  const doubtful = new Set<string>();

  async function send(group: readonly NamedItem[]): Promise<void> {
    let open = group;
    for (let attempt = 1; open.length > 0; attempt++) {
      const answered = await round(open);
      if (!answered || attempt === attempts) return;
      open = again(open, outcomes);
      for (const { id } of open) if (isDoubtful(outcomes.get(id))) doubtful.add(id);
      const ms = pauseMs(open, attempt);
      if (open.length > 0 && (ms >= end - clock.monotonic() || !(await paused(ms)))) return;
    }
  }

  /** Whether there was an answer; where there was none, it is every item's error. */
  async function round(open: readonly NamedItem[]): Promise<boolean> {
    const sent = new Map(open.map(({ id, item }) => [id, item.row]));
    // An item that is sent again has no answer until it gets one: the old one says nothing of its fate now.
    for (const id of sent.keys()) outcomes.delete(id);
    const body = { requests: open.map((each) => ({ ...requests.get(each.id), ...dependencies(each, sent) })) };
    try {
      const timeoutMs = end - clock.monotonic();
      if (timeoutMs <= 0)
        throw new TransportError("There was no time left for it.", { code: "ERR_DEADLINE", sent: "none" });
      const answer = await caller.call(batchRow(open), { body }, { ...call, timeoutMs });
      for (const [id, response] of readBatchAnswer(answer)) {
        const row = sent.get(id);
        if (row !== undefined) outcomes.set(id, doubtful.has(id) ? settledDelete(row, response) : response);
      }
      return true;
    } catch (error) {
      if (isInvalidRequestError(error)) throw error;
      const failure = isGraphError(error)
        ? error
        : new TransportError("The batch failed.", { code: "ERR_NETWORK", cause: error });
      for (const id of sent.keys()) outcomes.set(id, failure);
      return false;
    }
  }

  /** The longest wait that an item was told; where none was told anything, one that doubles. */
  function pauseMs(open: readonly NamedItem[], attempt: number): number {
    const told = open.map(({ id }) => {
      const outcome = outcomes.get(id);
      return outcome === undefined || isGraphError(outcome) ? 0 : (retryAfterMs(outcome.headers, clock) ?? 0);
    });
    return Math.max(0, ...told) || 1_000 * 2 ** (attempt - 1);
  }

  /** Whether the wait came to its end; after an abort the items keep the answers that they have. */
  function paused(ms: number): Promise<boolean> {
    return clock.sleep(ms, call.signal ?? new AbortController().signal).then(
      () => true,
      () => false,
    );
  }

  return { send, outcomes };
}

/** The batch itself is a POST, which may be repeated as far as all of its items may. */
function batchRow(items: readonly NamedItem[]): Operation<"batch", { readonly body: object }, object> {
  const repeats = new Set(items.map(({ item }) => item.row.repeat));
  const repeat: Repeat = repeats.has("never") ? "never" : repeats.has("idempotent") ? "idempotent" : "safe";
  return { id: "batch", method: "POST", path: "/$batch", repeat, status: 200, evidence: "documented" };
}

/** An item as Graph takes it, with an address relative to the version. */
function requestOf({ id, item }: NamedItem, version: Version): object {
  const parts = { base: "", version, headers: item.headers };
  // The row and its input were paired by `batchItem`.
  const { url, headers, body } = buildRequest(item.row, item.input as never, parts);
  const content = body === undefined ? {} : { body: JSON.parse(body) as unknown };
  return { id, method: item.row.method, url, headers: { ...headers }, ...content };
}

/** What succeeded in an earlier round is not in this one, and need not be waited for. */
function dependencies(
  { dependsOn }: NamedItem,
  sent: ReadonlyMap<string, unknown>,
): { readonly dependsOn?: readonly string[] } {
  const open = dependsOn.filter((id) => sent.has(id));
  return open.length === 0 ? {} : { dependsOn: open };
}

/** Refused before any work (429), or because of another item (424), it was certainly not done. */
function isDoubtful(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && !isGraphError(outcome) && ![424, 429].includes(outcome.status);
}

/** The items to send again: those that may be, and those that failed (424) because of one of them. */
function again(items: readonly NamedItem[], outcomes: ReadonlyMap<string, Outcome>): readonly NamedItem[] {
  const ids = new Set<string>();
  return items.filter(({ id, item, dependsOn }) => {
    const outcome = outcomes.get(id);
    if (outcome === undefined || isGraphError(outcome)) return false;
    const { status } = outcome;
    const repeated =
      status === 424 ? dependsOn.some((name) => ids.has(name)) : status > 299 && mayRepeat(item.row, { status });
    if (repeated) ids.add(id);
    return repeated;
  });
}
