import { AuthError } from "../errors/auth-error.ts";
import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import { abortable } from "../pipeline/abortable.ts";
import { definePlugin, type Plugin } from "../pipeline/plugin.ts";
import { withHeader } from "../wire/headers.ts";
import type { Send } from "../wire/message.ts";

/** RFC 6750 §2.1. */
const tokenPattern = /^[A-Za-z0-9\-._~+/]+=*$/;

/**
 * Sends a fixed access token. Good for a script or a test; it is not renewed, so calls fail with 401 once it is old.
 * @throws InvalidRequestError where it cannot be a token; the error does not show it.
 * @example
 * const graph = createClient({ transport: fetchTransport(), plugins: [bearer(token)] });
 */
export function bearer(token: string): Plugin {
  const fault = tokenFault(token);
  if (fault !== undefined) throw new InvalidRequestError(`The access token ${fault}.`);
  return bearerPlugin(() => token);
}

/** What a token callback may use. */
export interface TokenRequest {
  /** Aborted when the call that waits for the token is. */
  readonly signal: AbortSignal;
}

/** Gives the access token for a call; asked on every call, so it keeps the token itself. */
export type TokenCallback = (request: TokenRequest) => string | Promise<string>;

/**
 * Sends the token that a callback gives. The callback is asked on every call and renews the token when it must.
 * A callback that fails or gives no token rejects the call with `AuthError`, and nothing is sent.
 * @example
 * bearerFrom(async () => (await credential.getToken("https://graph.microsoft.com/.default")).token)
 */
export function bearerFrom(source: TokenCallback): Plugin {
  if (typeof source !== "function") {
    throw new InvalidRequestError(
      "bearerFrom takes a function that gives the token; for a fixed token use bearer(token).",
    );
  }
  return bearerPlugin((request) => requestToken(source, request));
}

async function requestToken(source: TokenCallback, request: TokenRequest): Promise<string> {
  let token: string;
  try {
    token = await abortable(Promise.resolve(source(request)), request.signal);
  } catch (cause) {
    if (request.signal.aborted) throw request.signal.reason;
    throw new AuthError("The token source gave no access token; its own error is the cause.", { cause });
  }
  const fault = tokenFault(token);
  if (fault !== undefined) throw new AuthError(`The access token that the token source gave ${fault}.`);
  return token;
}

function bearerPlugin(token: (request: TokenRequest) => string | Promise<string>): Plugin {
  return definePlugin({
    name: "bearer",
    slot: "auth",
    partition: { id: crypto.randomUUID(), stable: false },
    install: (next: Send) => async (request) => {
      const given = token({ signal: request.signal });
      const authorization = `Bearer ${typeof given === "string" ? given : await given}`;
      return next(Object.freeze({ ...request, headers: withHeader(request.headers, "authorization", authorization) }));
    },
  });
}

function tokenFault(token: unknown): string | undefined {
  if (typeof token !== "string") return "is not text";
  if (token === "") return "is empty";
  if (/^bearer\s/i.test(token)) return 'begins with "Bearer": give the token alone';
  if (!tokenPattern.test(token)) return "has characters that no token has (a line break or a quote from copying it?)";
  return undefined;
}
