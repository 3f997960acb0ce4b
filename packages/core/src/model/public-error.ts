/**
 * An error that is part of a successful answer. (A refused request has Graph's error envelope instead.)
 * https://learn.microsoft.com/graph/api/resources/publicerror
 */
export interface PublicError {
  /** What programs tell the error by. */
  readonly code?: string | null;
  /** The single faults, where there are several. */
  readonly details?: readonly PublicErrorDetail[] | null;
  /** What caused it, closer to the source. */
  readonly innerError?: PublicInnerError | null;
  /** A sentence for people; not a thing to branch on. */
  readonly message?: string | null;
  /** What the error is about. */
  readonly target?: string | null;
}

/**
 * One of several things that went wrong.
 * https://learn.microsoft.com/graph/api/resources/publicerrordetail
 */
export interface PublicErrorDetail {
  /** What programs tell the fault by. */
  readonly code?: string | null;
  /** A sentence for people. */
  readonly message?: string | null;
  /** What the fault is about. */
  readonly target?: string | null;
}

/**
 * The cause of an error; the service may add members.
 * https://learn.microsoft.com/graph/api/resources/publicinnererror
 */
export interface PublicInnerError {
  /** What programs tell the cause by; more exact than the outer code. */
  readonly code?: string | null;
  /** The single faults, where there are several. */
  readonly details?: readonly PublicErrorDetail[] | null;
  /** A sentence for people. */
  readonly message?: string | null;
  /** What the cause is about. */
  readonly target?: string | null;
  /** What else the service says. */
  readonly [name: string]: unknown;
}
