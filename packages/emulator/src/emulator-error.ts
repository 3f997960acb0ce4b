const brand: unique symbol = Symbol.for("@graph-sync/emulator/error");

/** What could not be used: the database, or the document that was to fill it. */
export type EmulatorErrorCode = "bad-database" | "bad-seed";

/** The emulator could not start. The message says what is wrong with which input, and what to do. */
export class EmulatorError extends Error {
  override readonly name = "EmulatorError";
  readonly code: EmulatorErrorCode;
  /** @internal */
  readonly [brand]: true = true;

  constructor(code: EmulatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Whether this is an {@link EmulatorError}, also one of another copy of this package. */
export function isEmulatorError(error: unknown): error is EmulatorError {
  return typeof error === "object" && error !== null && brand in error;
}
