import { InvalidRequestError } from "../errors/invalid-request-error.ts";
import { definePlugin, type Plugin } from "../pipeline/plugin.ts";
import { requestWith } from "../wire/headers.ts";
import type { GraphRequest } from "../wire/message.ts";
import { tokenFault } from "./token-fault.ts";

/**
 * Sends a fixed access token. Good for a script or a test; it is not renewed, so calls fail with 401 once it is old.
 * @throws InvalidRequestError where it cannot be a token; the error does not show it.
 * @example
 * const graph = createClient({ transport: fetchTransport(), plugins: [bearer(token)] });
 */
export function bearer(token: string): Plugin {
  const fault = tokenFault(token);
  if (fault !== undefined) throw new InvalidRequestError(`The access token ${fault}.`);
  return definePlugin({
    name: "bearer",
    slot: "auth",
    partition: { id: crypto.randomUUID(), stable: false },
    install: (next) => (request) => next(withToken(request, token)),
  });
}

export function withToken(request: GraphRequest, token: string): GraphRequest {
  return requestWith(request, "authorization", `Bearer ${token}`);
}
