import { isGraphError } from "../errors/graph-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { requestWith } from "../wire/headers.ts";
import { isJsonObject } from "../wire/json.ts";
import type { GraphResponse, Send, Transport } from "../wire/message.ts";
import { checkTrustedUrl } from "../wire/trusted-url.ts";
import { recordOf } from "./call-record.ts";

/** Gives each attempt its own `client-request-id`, under the plugins that repeat and above those that watch. */
export function stamped(next: Send): Send {
  return (request) => next(requestWith(request, "client-request-id", crypto.randomUUID()));
}

/**
 * The last check before the socket, and the count of what went through it. A failure that a transport did not name is
 * named here, so that everything above sees one kind of error.
 */
export function gate(transport: Transport, origin: string): Send {
  return async (request) => {
    request.signal.throwIfAborted();
    const record = recordOf(request.options);
    if (request.url !== record.url) checkTrustedUrl(request.url, origin);
    record.attempts += 1;
    record.inFlight += 1;
    try {
      const response: unknown = await transport.send(request);
      if (isResponse(response)) return Object.freeze(response);
      throw new TransportError(`The ${transport.name} transport answered something without status, headers and body.`, {
        code: "ERR_NETWORK",
      });
    } catch (cause) {
      if (isGraphError(cause)) throw cause;
      // Its text may hold anything, also a header's value; it is in the cause.
      throw new TransportError(
        `The ${transport.name} transport failed without saying how; its own error is the cause.`,
        { code: "ERR_NETWORK", cause },
      );
    } finally {
      record.inFlight -= 1;
    }
  };
}

/** A transport of one's own may answer anything; above it a response is what its type says. */
function isResponse(given: unknown): given is GraphResponse {
  return (
    isJsonObject(given) &&
    typeof given["status"] === "number" &&
    typeof given["body"] === "string" &&
    isJsonObject(given["headers"])
  );
}
