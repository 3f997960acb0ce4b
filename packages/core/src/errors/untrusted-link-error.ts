import { GraphError, isGraphError } from "./graph-error.ts";

/**
 * An address that came from an answer (or from a plugin) leads away from the configured Graph origin. Nothing was
 * sent there, since the token would have gone with it.
 */
export class UntrustedLinkError extends GraphError {
  constructor(message: string, options?: ErrorOptions) {
    super("UntrustedLinkError", message, options);
  }
}

/** Whether an address led away from Graph. It also knows an error of another copy of this package. */
export function isUntrustedLinkError(value: unknown): value is UntrustedLinkError {
  return isGraphError(value, "UntrustedLinkError");
}
