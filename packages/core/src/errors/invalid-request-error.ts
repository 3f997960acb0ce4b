import { GraphError, isGraphError } from "./graph-error.ts";

/** An argument or an option was refused before anything was sent. Mend the call; a retry cannot help. */
export class InvalidRequestError extends GraphError {
  constructor(message: string, options?: ErrorOptions) {
    super("InvalidRequestError", message, options);
  }
}

/** Whether an argument was refused before anything was sent. It also knows an error of another copy of this package. */
export function isInvalidRequestError(value: unknown): value is InvalidRequestError {
  return isGraphError(value, "InvalidRequestError");
}
