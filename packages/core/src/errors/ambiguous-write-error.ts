import type { OperationInfo } from "../contract/operation.ts";
import { GraphError, isGraphError } from "./graph-error.ts";
import type { TransportError } from "./transport-error.ts";

/**
 * A write that must not be sent twice failed after it may have reached the service: it was done, or it was not. Read
 * the resource to find out before trying again. `cause` is the failure.
 */
export class AmbiguousWriteError extends GraphError {
  /** The operation's id, such as `jobs.create`. */
  readonly operation: string;

  constructor(operation: OperationInfo, cause: TransportError) {
    super(
      "AmbiguousWriteError",
      `${operation.id} may or may not have been done: ${cause.message} Read the resource before you send it again.`,
      { cause },
    );
    this.operation = operation.id;
  }
}

/** Whether it is unknown if a write was done. It also knows an error of another copy of this package. */
export function isAmbiguousWriteError(value: unknown): value is AmbiguousWriteError {
  return isGraphError(value, "AmbiguousWriteError");
}
