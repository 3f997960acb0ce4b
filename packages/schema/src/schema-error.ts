import { escapeUnseen } from "./model/escape-unseen.ts";

/** `Symbol.for`, because two copies of this package in one program must know each other's errors. */
const brand = Symbol.for("graph-sync.schema-error");

/**
 * What could not be used: a text that is no JSON, a text that is no YAML of ours, a value that is no schema, a schema
 * that still holds placeholders where real ids are needed, or an option beside it.
 */
export type SchemaErrorCode = "bad-json" | "bad-yaml" | "not-a-schema" | "unbound-placeholder" | "bad-option";

/** A schema was refused. The message says what is wrong, where, and what to do; nothing was changed. */
export class SchemaError extends Error {
  /** Always `SchemaError`. */
  override readonly name: string = "SchemaError";
  /** What programs tell the fault by. */
  readonly code: SchemaErrorCode;
  /** Where it is, as in `synchronizationRules[0].priority`; empty for the whole document. */
  readonly path: string;

  constructor(code: SchemaErrorCode, path: string, problem: string, options?: ErrorOptions) {
    super(escapeUnseen(`${path === "" ? "The schema" : path} ${problem}`), options);
    this.code = code;
    this.path = path;
    // Not enumerable: it is for us, not for logs.
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Whether a value is a {@link SchemaError}, also one of another copy of this package. */
export function isSchemaError(value: unknown): value is SchemaError {
  return typeof value === "object" && value !== null && Object.hasOwn(value, brand);
}
