import { GraphError, isGraphError } from "./graph-error.ts";

/** An argument or an option was refused before anything was sent. Mend the call; a retry cannot help. */
export class InvalidRequestError extends GraphError {
  override readonly name: string = "InvalidRequestError";

  constructor(message: string, options?: ErrorOptions) {
    super("invalid-request", message, options);
  }
}

/** Whether an argument was refused before anything was sent. It also knows an error of another copy of this package. */
export function isInvalidRequestError(value: unknown): value is InvalidRequestError {
  return isGraphError(value, "invalid-request");
}
