import { AuthError, isAuthError } from "../errors/auth-error.ts";
import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import { abortable } from "../pipeline/abortable.ts";
import { definePlugin, type Partition, type Plugin } from "../pipeline/plugin.ts";
import { withToken } from "./bearer.ts";
import { claimsOf } from "./challenge.ts";
import { type TokenCycler, tokenCycler } from "./token-cycler.ts";
import { tokenFault } from "./token-fault.ts";
import type { TokenCallback, TokenSource } from "./token-source.ts";

/**
 * Sends the token of a source, renewed early and once, or of a callback, which is asked on every call. A refused call
 * (401) is sent once more with a new token, and with the claims that the service asks for (continuous access evaluation).
 * Where there is no token the call rejects with `AuthError`, and nothing is sent. One plugin is one identity: a callback that
 * gives the tokens of several people would share their cached answers; make a client for each.
 * @throws InvalidRequestError where it is neither
 * @example
 * bearerFrom(async () => (await credential.getToken("https://graph.microsoft.com/.default")).token)
 */
export function bearerFrom(source: TokenSource | TokenCallback): Plugin {
  // Of the configuration: every client that this plugin is in shares the token.
  const tokenFor = typeof source === "function" ? asking(source) : tokenCycler(checkSource(source));

  return definePlugin({
    name: "bearer",
    slot: "auth",
    partition: partitionOf(source),
    install:
      (next, { clock, scope }) =>
      async (request) => {
        const demand = { clock, scopes: [scope], signal: request.signal };
        const first = await tokenFor({ ...demand, claims: undefined, refused: undefined });
        const response = await next(withToken(request, first));
        const claims =
          response.status === 401 || response.status === 403
            ? claimsOf(response.headers["www-authenticate"])
            : undefined;
        if (response.status !== 401 && claims === undefined) return response;
        // Once: a service that refuses a new token as well means it.
        const second = await tokenFor({ ...demand, claims, refused: first });
        return second === first ? response : next(withToken(request, second));
      },
  });
}

/** A callback keeps its token itself, so it is only asked and watched. */
function asking(callback: TokenCallback): TokenCycler {
  return async ({ scopes, claims, signal }) => {
    let token: string;
    try {
      token = await abortable(Promise.resolve(callback({ scopes, claims, signal })), signal);
    } catch (cause) {
      if (signal.aborted || isAuthError(cause)) throw cause;
      throw new AuthError("The token callback gave no access token; its own error is the cause.", { cause });
    }
    const fault = tokenFault(token);
    if (fault !== undefined) throw new AuthError(`The access token that the token callback gave ${fault}.`);
    return token;
  };
}

function checkSource(source: TokenSource): TokenSource {
  const given: unknown = source;
  if (typeof given === "object" && given !== null && "getToken" in given && typeof given.getToken === "function")
    return source;
  throw new InvalidRequestError(
    "bearerFrom takes a token source, or a function that gives the token; for a fixed token use bearer(token).",
  );
}

function partitionOf(source: TokenSource | TokenCallback): Partition {
  const named = typeof source === "function" ? undefined : source.partition;
  return named === undefined ? { id: crypto.randomUUID(), stable: false } : { id: named, stable: true };
}
