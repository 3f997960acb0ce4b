import type { CallOptions } from "../client/call-options.ts";
import type { Caller } from "../client/caller.ts";
import type { GraphError } from "../errors/graph-error.ts";
import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import { checkLimit } from "../wire/check-limits.ts";
import type { BatchItem } from "./batch-item.ts";
import { nameItems, splitItems } from "./batch-plan.ts";
import { resultOf } from "./batch-result.ts";
import { batchRounds } from "./batch-rounds.ts";

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

/** Options of a batch. `timeoutMs` is for all of it, waits included; the others hold for each of its requests. */
export interface BatchOptions extends CallOptions {
  /** How often an item is sent at the most, where the service asks to try again; 4 unless told. */
  readonly attempts?: number | undefined;
}

/**
 * Sends operations in batches of up to 20, one batch after the other. Every item has its own result, in the order of the
 * items; a request that fails is the error of the items in it, so that nothing that was done before it is lost. Items that the
 * service asks to send again (429, or a passing fault of what may be repeated) are, after the longest of their waits,
 * together with what depended on them; where that wait is longer than the time that is left, they keep their error, which
 * says when to come back.
 * @throws InvalidRequestError before anything is sent, for ids, inputs or options that are wrong
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
  const { attempts = 4, timeoutMs = caller.timeoutMs, ...call } = options;
  if (!(Number.isSafeInteger(attempts) && attempts > 0)) {
    throw new InvalidRequestError("batch: attempts must be a positive integer.");
  }
  checkLimit("timeoutMs", timeoutMs);
  const end = caller.host.clock.monotonic() + timeoutMs;
  const named = nameItems(items);
  const groups = splitItems(named);
  const rounds = batchRounds(caller, named, { attempts, end, call });
  for (const group of groups) await rounds.send(group);
  // One result an item, made from the item's own row.
  return named.map((each) => resultOf(each, rounds.outcomes.get(each.id))) as BatchResults<Items>;
}
