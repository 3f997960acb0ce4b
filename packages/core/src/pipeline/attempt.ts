import { isGraphError } from "../errors/graph-error.ts";
import { isTransportError, TransportError } from "../errors/transport-error.ts";
import { withHeader } from "../wire/headers.ts";
import { isJsonObject } from "../wire/json.ts";
import type { GraphRequest, GraphResponse, Send, Transport } from "../wire/message.ts";
import { checkTrustedUrl } from "../wire/trusted-url.ts";
import { callRecord } from "./call-record.ts";
import { mayRepeat } from "./may-repeat.ts";
import { settledDelete } from "./settled-delete.ts";

/** Gives each attempt its own `client-request-id`, under the plugins that repeat and above those that watch. */
export function stamped(next: Send): Send {
  return (request) => {
    const headers = withHeader(request.headers, "client-request-id", crypto.randomUUID());
    return next(Object.freeze({ ...request, headers }));
  };
}

/**
 * Sends once more where a kept-alive connection died under the request. The server may close an idle connection at
 * any moment, so this is nobody's fault and no retry policy's business (RFC 9112 §9.3.1).
 */
export function resent(next: Send): Send {
  return (request) =>
    next(request).catch((error: unknown) => {
      const stale = isTransportError(error) && error.reusedSocket && error.code === "ERR_RESET";
      if (!stale || !mayRepeat(request.operation, error)) throw error;
      return next(request).then((response) => settledDelete(request, response));
    });
}

/**
 * The last check before the socket, and the count of what went through it. A failure that a transport did not name is
 * named here, so that everything above sees one kind of error.
 */
export function gate(transport: Transport, origin: string): Send {
  return async (request: GraphRequest) => {
    request.signal.throwIfAborted();
    const record = callRecord.of(request.options);
    if (request.url !== record?.url) checkTrustedUrl(request.url, origin);
    if (record !== undefined) record.attempts += 1;
    if (record !== undefined) record.inFlight += 1;
    try {
      return checked(transport, await transport.send(request));
    } catch (error) {
      if (isGraphError(error)) throw error;
      // Its text may hold anything, also a header's value; it is in the cause.
      throw new TransportError(
        `The ${transport.name} transport failed without saying how; its own error is the cause.`,
        {
          code: "ERR_NETWORK",
          cause: error,
        },
      );
    } finally {
      if (record !== undefined) record.inFlight -= 1;
    }
  };
}

/** A transport of one's own may answer anything; above it a response is what its type says. */
function checked({ name }: Transport, response: GraphResponse): GraphResponse {
  const given: unknown = response;
  const good =
    isJsonObject(given) &&
    typeof given["status"] === "number" &&
    typeof given["body"] === "string" &&
    isJsonObject(given["headers"]);
  if (good) return Object.freeze(response);
  throw new TransportError(`The ${name} transport answered something without status, headers and body.`, {
    code: "ERR_NETWORK",
  });
}
