/**
 * The brand of our errors. `Symbol.for`, because two copies of this package may meet in one program and must still
 * know each other's errors, where `instanceof` would not.
 */
const brand = Symbol.for("graph-sync.error");

/** Which of our errors it is: the name of its class, which a minifier may rename in the code but not in the error. */
export type ErrorName =
  | "GraphServiceError"
  | "TransportError"
  | "UntrustedLinkError"
  | "InvalidRequestError"
  | "AmbiguousWriteError"
  | "AuthError";

/** What every error of this project is: it says what happened, to what, and what to do next, and holds no secret. */
export class GraphError extends Error {
  constructor(name: ErrorName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = name;
    // Not enumerable: it is for us, not for logs.
    Object.defineProperty(this, brand, { value: name });
  }
}

/** Whether a value is an error of this project; with a second argument, of that name. */
export function isGraphError(value: unknown, name?: ErrorName): value is GraphError {
  // Whatever is not null or undefined can be asked for a member; without the brand it has none.
  const known = (value as { readonly [brand]?: ErrorName } | null | undefined)?.[brand];
  return known !== undefined && (name ?? known) === known;
}
