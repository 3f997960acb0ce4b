import { GraphError, isGraphError } from "./graph-error.ts";

/** There is no usable access token for a call. Nothing was sent to Graph. `cause` is the token source's own error. */
export class AuthError extends GraphError {
  constructor(message: string, options?: ErrorOptions) {
    super("AuthError", message, options);
  }
}

/** Whether there was no usable token. It also knows an error of another copy of this package. */
export function isAuthError(value: unknown): value is AuthError {
  return isGraphError(value, "AuthError");
}
