/**
 * The brand of our errors. `Symbol.for`, because two copies of this package may meet in one program and must still
 * know each other's errors, where `instanceof` would not.
 */
const brand = Symbol.for("graph-sync.error");

/** Which of our errors it is; a minifier may rename a class but not this. */
export type ErrorType = "service" | "transport" | "untrusted-link" | "invalid-request" | "ambiguous-write" | "auth";

/** What every error of this project is: it says what happened, to what, and what to do next, and holds no secret. */
export class GraphError extends Error {
  override readonly name: string = "GraphError";

  constructor(type: ErrorType, message: string, options?: ErrorOptions) {
    super(message, options);
    // Not enumerable: it is for us, not for logs.
    Object.defineProperty(this, brand, { value: type });
  }
}

/** Whether a value is an error of this project; with a second argument, of that type. */
export function isGraphError(value: unknown, type?: ErrorType): value is GraphError {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, brand)) return false;
  return type === undefined || Reflect.get(value, brand) === type;
}
