import { isTransportError } from "../errors/transport-error.ts";
import type { Send } from "../wire/message.ts";
import { mayRepeat } from "./may-repeat.ts";
import { settledDelete } from "./settled-delete.ts";

/**
 * Sends once more where a kept-alive connection died under the request: the `layer` of a transport that keeps connections and
 * tells a reused one. The server may close an idle connection at any moment, so this is nobody's fault and no retry
 * policy's business (RFC 9112 §9.3.1).
 */
export function resent(next: Send): Send {
  return (request) =>
    next(request).catch((error: unknown) => {
      const stale = isTransportError(error) && error.reusedSocket && error.code === "ERR_RESET";
      if (!stale || !mayRepeat(request.operation, error)) throw error;
      return next(request).then((response) => settledDelete(request, response));
    });
}
