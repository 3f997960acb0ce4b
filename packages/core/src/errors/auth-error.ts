import { GraphError, isGraphError } from "./graph-error.ts";

/** What is known of a failed request for a token; all of it is absent where the authority was not the one to fail. */
export interface AuthErrorFacts extends ErrorOptions {
  /** The OAuth error that the authority answered, such as `invalid_client`. */
  readonly error?: string | undefined;
  /** The numbers of its AADSTS codes. */
  readonly codes?: readonly number[];
  /** The authority's id of its answer. */
  readonly traceId?: string | undefined;
  /** The authority's id of the whole exchange. */
  readonly correlationId?: string | undefined;
  /** Whether the same request may succeed later; false unless told. */
  readonly retryable?: boolean;
  /** Milliseconds that the authority asks to be left alone. */
  readonly retryAfterMs?: number | undefined;
}

/** There is no usable access token for a call. Nothing was sent to Graph. `cause` is the token source's own error. */
export class AuthError extends GraphError {
  /** The OAuth error that the authority answered, such as `invalid_client`. Branch on this one. */
  readonly error: string | undefined;
  /** The numbers of its AADSTS codes. They may change: use them for advice, not for decisions. */
  readonly codes: readonly number[];
  /** The authority's ids of the exchange; quote them to Microsoft support. */
  readonly traceId: string | undefined;
  /** The id of the request for the token, as the authority answered it. */
  readonly correlationId: string | undefined;
  /** Whether the same request may succeed later. False where somebody has to change something first. */
  readonly retryable: boolean;
  /** Milliseconds that the authority asks to be left alone; undefined where it does not say. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, facts: AuthErrorFacts = {}) {
    super("AuthError", message, "cause" in facts ? { cause: facts.cause } : undefined);
    this.error = facts.error;
    this.codes = facts.codes ?? [];
    this.traceId = facts.traceId;
    this.correlationId = facts.correlationId;
    this.retryable = facts.retryable ?? false;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** Whether there was no usable token. It also knows an error of another copy of this package. */
export function isAuthError(value: unknown): value is AuthError {
  return isGraphError(value, "AuthError");
}
