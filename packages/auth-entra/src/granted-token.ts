import { type AccessToken, AuthError } from "@graph-sync/core";
import type { TokenEndpointResponse } from "oauth4webapi";

/** An access token, and what renews it where a person signed in. */
export interface GrantedToken extends AccessToken {
  /** What gets the next token without the person; absent where the authority gave none. A secret. */
  readonly refreshToken?: string;
}

/** The longest life of a token that can be revoked early; a longer one is a mistake. */
const longestLifeMs = 28 * 3_600_000;

/**
 * Reads what oauth4webapi made of an answer; `asked` is when it was asked for, in milliseconds since 1970.
 * @throws AuthError where it is no bearer token with a time
 */
export async function grantedToken(
  authority: string,
  asked: number,
  reading: Promise<TokenEndpointResponse>,
): Promise<GrantedToken> {
  const answer = await reading.catch((error: unknown) => {
    // Its cause holds the answer, and with it a token, so only its sentence is passed on.
    throw fault(authority, error instanceof Error ? error.message : "it cannot be read");
  });
  const { access_token: token, token_type: type, expires_in: seconds, refresh_token: refreshToken } = answer;
  if (type !== "bearer") throw fault(authority, "it is not a bearer token");
  if (seconds === undefined || !(seconds > 0)) throw fault(authority, "it does not say for how long it is good");
  const lifeMs = Math.min(seconds * 1000, longestLifeMs);
  const refreshMs = Number(answer["refresh_in"]) * 1000;
  return {
    token,
    expiresAt: asked + lifeMs,
    ...(refreshMs > 0 && refreshMs < lifeMs ? { refreshAt: asked + refreshMs } : {}),
    ...(refreshToken === undefined ? {} : { refreshToken }),
  };
}

function fault(authority: string, reason: string): AuthError {
  return new AuthError(`${authority} gave no usable token: ${reason}.`);
}
