/** What a token source is asked for. */
export interface TokenRequest {
  /** The scopes of the cloud, such as `https://graph.microsoft.com/.default`. */
  readonly scopes: readonly string[];
  /**
   * JSON text from a claims challenge: the service wants a token that was made knowing of it (continuous access
   * evaluation). A kept token must not be given then. Undefined for an ordinary request.
   */
  readonly claims: string | undefined;
  /** Aborted when nobody waits for the token any more. */
  readonly signal: AbortSignal;
}

/** An access token and its times, in milliseconds since 1970. It is opaque: nothing here looks into it. */
export interface AccessToken {
  /** The token itself, without "Bearer". A secret. */
  readonly token: string;
  /** When Graph stops taking it. */
  readonly expiresAt: number;
  /** When to get the next one; where it is not given, a fifth of the lifetime before the end, at least five minutes. */
  readonly refreshAt?: number;
}

/** Gets tokens for one identity. It need not keep them: `bearerFrom` does. */
export interface TokenSource {
  /**
   * Gets a token. Where it rejects and no valid token is left, the call fails with an `AuthError` and nothing is sent.
   */
  getToken(request: TokenRequest): Promise<AccessToken>;
  /**
   * Tenant and client id: whose answers a cache may keep for whom, also in another process. Without it every plugin
   * made of this source is an identity of its own.
   */
  readonly partition?: string;
}

/** Gives the access token for a call. It is asked on every call, so it keeps the token itself. */
export type TokenCallback = (request: TokenRequest) => string | Promise<string>;
