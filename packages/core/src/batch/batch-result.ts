import { readResponse } from "../client/read-response.ts";
import type { Operation } from "../contract/operation.ts";
import { AmbiguousWriteError, isAmbiguousWriteError } from "../errors/ambiguous-write-error.ts";
import { type GraphError, isGraphError } from "../errors/graph-error.ts";
import { isTransportError, TransportError } from "../errors/transport-error.ts";
import type { BatchResult } from "./batch.ts";
import type { NamedItem } from "./batch-plan.ts";
import type { Outcome } from "./batch-rounds.ts";

/** An item's result by its own row, from what came back for it. */
export function resultOf({ id, item }: NamedItem, outcome: Outcome | undefined): BatchResult<unknown> {
  const { row } = item;
  if (outcome === undefined) return { ok: false, error: unanswered(id, row) };
  if (isGraphError(outcome)) return { ok: false, error: own(outcome, row) };
  try {
    const { status, headers } = outcome;
    return { ok: true, value: readResponse(row, outcome), status, headers };
  } catch (error) {
    if (isGraphError(error)) return { ok: false, error };
    throw error;
  }
}

function unanswered(id: string, row: Operation<string, never, unknown>): GraphError {
  const message = `The batch has no answer, or more than one, for its item ${id}.`;
  const lost = new TransportError(message, { code: "ERR_BODY" });
  return row.repeat === "never" ? new AmbiguousWriteError(row, lost) : lost;
}

/** A batch is ambiguous as soon as one of its items is; the others only had no answer. */
function own(error: GraphError, row: Operation<string, never, unknown>): GraphError {
  if (!isAmbiguousWriteError(error) || !isTransportError(error.cause)) return error;
  return row.repeat === "never" ? new AmbiguousWriteError(row, error.cause) : error.cause;
}
