/** `Symbol.for`, because two copies of this package in one program must know each other's errors. */
const brand = Symbol.for("graph-sync.emulator-error");

/** What could not be used: the database, the key of its secrets, or the document that was to fill it. */
export type EmulatorErrorCode = "bad-database" | "bad-key" | "bad-seed";

/** The emulator could not start, or not read its database. The message says what is wrong with which input, and what to do. */
export class EmulatorError extends Error {
  /** Always `EmulatorError`. */
  override readonly name: string = "EmulatorError";
  /** Which input it was. */
  readonly code: EmulatorErrorCode;

  constructor(code: EmulatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    // Not enumerable: it is for us, not for logs.
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Whether a value is an {@link EmulatorError}, also one of another copy of this package. */
export function isEmulatorError(value: unknown): value is EmulatorError {
  return typeof value === "object" && value !== null && Object.hasOwn(value, brand);
}
