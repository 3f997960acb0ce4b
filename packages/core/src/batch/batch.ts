import { buildRequest } from "../client/build-request.ts";
import type { CallOptions } from "../client/call-options.ts";
import type { Caller } from "../client/caller.ts";
import { readResponse } from "../client/read-response.ts";
import type { Operation, Repeat } from "../contract/operation.ts";
import { AmbiguousWriteError } from "../errors/ambiguous-write-error.ts";
import { type GraphError, isGraphError } from "../errors/graph-error.ts";
import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { mayRepeat } from "../pipeline/may-repeat.ts";
import type { GraphResponse } from "../wire/message.ts";
import { retryAfterMs } from "../wire/retry-after.ts";
import { readBatchAnswer } from "./batch-answer.ts";
import type { BatchItem } from "./batch-item.ts";
import { nameItems, type NamedItem, splitItems } from "./batch-plan.ts";

/** What became of one item. */
export type BatchResult<Output> =
  | {
      readonly ok: true;
      readonly value: Output;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly ok: false; readonly error: GraphError };

/** The results of items, in their order. */
export type BatchResults<Items extends readonly BatchItem<unknown>[]> = {
  readonly [Index in keyof Items]: Items[Index] extends BatchItem<infer Output> ? BatchResult<Output> : never;
};

/** Options of a batch; those of a call hold for each of its requests. */
export interface BatchOptions extends CallOptions {
  /** How often an item is sent at the most, where the service asks to try again; 4 unless told. */
  readonly attempts?: number;
}

/**
 * Sends operations in batches of up to 20, one batch after the other. It does not reject for an item that failed: every
 * item has its own result, in the order of the items. Items that the service asks to send again (429, or a passing
 * fault of what may be repeated) are, after the longest of their waits, together with what depended on them.
 * @throws InvalidRequestError before anything is sent, for ids or inputs that are wrong
 * @throws GraphError where a whole batch failed
 * @example
 * const [job, templates] = await batch(graph, [
 *   batchItem(getJob, { servicePrincipalId, jobId }),
 *   batchItem(listTemplates, { servicePrincipalId }),
 * ]);
 */
export async function batch<const Items extends readonly BatchItem<unknown>[]>(
  caller: Caller,
  items: Items,
  options: BatchOptions = {},
): Promise<BatchResults<Items>> {
  const { attempts = 4, ...call } = options;
  if (!(Number.isSafeInteger(attempts) && attempts > 0))
    throw new InvalidRequestError("batch: attempts must be a positive integer.");
  const named = nameItems(items);
  const requests = new Map(named.map((each) => [each.id, requestOf(each)]));
  const responses = new Map<string, GraphResponse>();
  for (const group of splitItems(named)) await sendGroup(group);
  const results = named.map((each) => resultOf(each, responses.get(each.id)));
  // One result an item, made from the item's own row.
  return results as BatchResults<Items>;

  async function sendGroup(group: readonly NamedItem[]): Promise<void> {
    let open = group;
    for (let attempt = 1; open.length > 0; attempt++) {
      const sent = new Set(open.map(({ id }) => id));
      // An item that is sent again has no answer until it gets one: the old one says nothing of its fate now.
      for (const id of sent) responses.delete(id);
      const body = { requests: open.map((each) => ({ ...requests.get(each.id), ...dependencies(each, sent) })) };
      for (const [id, response] of readBatchAnswer(await caller.call(batchRow(open), { body }, call))) {
        if (sent.has(id)) responses.set(id, response);
      }
      if (attempt === attempts) return;
      open = again(open, responses);
      if (open.length > 0) await caller.host.clock.sleep(pause(open, attempt), call.signal ?? never);
    }
  }

  /** The longest wait that an item was told; where none was told anything, one that doubles. */
  function pause(open: readonly NamedItem[], attempt: number): number {
    const { clock } = caller.host;
    const told = open.map(({ id }) => retryAfterMs(responses.get(id)?.headers ?? {}, clock) ?? 0);
    return Math.max(...told) || 1_000 * 2 ** (attempt - 1);
  }
}

const never: AbortSignal = new AbortController().signal;

/** The batch itself is a POST, which may be repeated as far as all of its items may. */
function batchRow(items: readonly NamedItem[]): Operation<"batch", { readonly body: object }, object> {
  const repeats = new Set(items.map(({ item }) => item.row.repeat));
  const repeat: Repeat = repeats.has("never") ? "never" : repeats.has("idempotent") ? "idempotent" : "safe";
  return { id: "batch", method: "POST", path: "/$batch", repeat, status: 200, evidence: "documented" };
}

/** An item as Graph takes it, with an address relative to the version. */
function requestOf({ id, item }: NamedItem): object {
  // The row and its input were paired by `batchItem`.
  const { method, url, headers, body } = buildRequest(item.row, item.input as never, {
    base: "",
    headers: item.headers,
  });
  const content = body === undefined ? {} : { body: JSON.parse(body) as unknown };
  return { id, method, url, headers: { ...headers }, ...content };
}

/** What succeeded in an earlier round is not in this one, and need not be waited for. */
function dependencies({ dependsOn }: NamedItem, sent: ReadonlySet<string>): { readonly dependsOn?: readonly string[] } {
  const open = dependsOn.filter((id) => sent.has(id));
  return open.length === 0 ? {} : { dependsOn: open };
}

/** The items to send again: those that may be, and those that failed (424) because of one of them. */
function again(items: readonly NamedItem[], responses: ReadonlyMap<string, GraphResponse>): readonly NamedItem[] {
  const ids = new Set<string>();
  return items.filter(({ id, item, dependsOn }) => {
    const status = responses.get(id)?.status;
    if (status === undefined) return false;
    const repeated =
      status === 424 ? dependsOn.some((name) => ids.has(name)) : status > 299 && mayRepeat(item.row, { status });
    if (repeated) ids.add(id);
    return repeated;
  });
}

function resultOf({ id, item }: NamedItem, response: GraphResponse | undefined): BatchResult<unknown> {
  try {
    if (response === undefined) throw unanswered(id, item.row);
    const { status, headers } = response;
    return { ok: true, value: readResponse(item.row, response), status, headers };
  } catch (error) {
    if (isGraphError(error)) return { ok: false, error };
    throw error;
  }
}

function unanswered(id: string, row: Operation<string, never, unknown>): GraphError {
  const lost = new TransportError(`The batch has no answer, or more than one, for its item ${id}.`, {
    code: "ERR_BODY",
  });
  return row.repeat === "never" ? new AmbiguousWriteError(row, lost) : lost;
}
