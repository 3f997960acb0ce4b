/**
 * An error that is part of a successful answer. (A refused request has Graph's error envelope instead.)
 * https://learn.microsoft.com/graph/api/resources/publicerror
 */
export interface PublicError {
  readonly code?: string | null;
  readonly details?: readonly PublicErrorDetail[] | null;
  readonly innerError?: PublicInnerError | null;
  readonly message?: string | null;
  /** What the error is about. */
  readonly target?: string | null;
}

/**
 * One of several things that went wrong.
 * https://learn.microsoft.com/graph/api/resources/publicerrordetail
 */
export interface PublicErrorDetail {
  readonly code?: string | null;
  readonly message?: string | null;
  readonly target?: string | null;
}

/**
 * The cause of an error; the service may add members.
 * https://learn.microsoft.com/graph/api/resources/publicinnererror
 */
export interface PublicInnerError {
  readonly code?: string | null;
  readonly details?: readonly PublicErrorDetail[] | null;
  readonly message?: string | null;
  readonly target?: string | null;
  readonly [name: string]: unknown;
}
