import type { Operation } from "../contract/operation.ts";

/** One operation of a batch; make it with `batchItem`. */
export interface BatchItem<Output> {
  /** Its name for `dependsOn`; letters of either case are the same (Graph compares so). Made up unless given. */
  readonly id: string | undefined;
  /** Ids of items that stand before this one and must succeed first. */
  readonly dependsOn: readonly string[];
  /** Of this item alone, beside those of the row; undefined for none. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** The operation. */
  readonly row: Operation<string, never, Output>;
  /** Its ids, OData options and body, checked when the batch is sent. */
  readonly input: object;
}

/** How an item stands in its batch. */
export interface BatchItemOptions {
  /** Its name for `dependsOn`; made up unless given. */
  readonly id?: string;
  /** Ids of items that stand before this one and must succeed first; none unless told. */
  readonly dependsOn?: readonly string[];
  /** Headers of this item alone; names in either case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An operation as an item of a batch.
 * @example
 * batchItem(getJob, { servicePrincipalId, jobId }, { id: "job" })
 */
export function batchItem<Input extends object, Output>(
  row: Operation<string, Input, Output>,
  input: Input,
  options: BatchItemOptions = {},
): BatchItem<Output> {
  return { row, input, id: options.id, dependsOn: options.dependsOn ?? [], headers: options.headers };
}
