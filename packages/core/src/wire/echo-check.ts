import { TransportError } from "../errors/transport-error.ts";
import type { GraphRequest, GraphResponse } from "./message.ts";
import { originOf } from "./origin.ts";
import { isSuccess } from "./status.ts";

/** Throws where an answer belongs to another request. Call it when the headers have arrived. */
export type EchoCheck = (request: GraphRequest, answer: Pick<GraphResponse, "status" | "headers">) => void;

/**
 * Whose answer it is. Graph echoes `client-request-id`; one that differs means that the connection is out of step and
 * every later answer on it would be another request's (CVE-2026-48931 in Node's keep-alive agent). Once an origin
 * has echoed, a success without the echo is out of step as well; other hops may answer failures without it.
 *
 * One check a transport: it remembers which origins echo. The transport destroys the connection when it throws.
 */
export function echoCheck(): EchoCheck {
  const echoing = new Set<string>();
  return (request, { status, headers }) => {
    const sent = request.headers["client-request-id"]?.toLowerCase();
    const echo = headers["client-request-id"]?.toLowerCase();
    const origin = originOf(request.url);
    if (sent === undefined || (echo === undefined && !(isSuccess(status) && echoing.has(origin)))) return;
    if (echo !== sent) {
      throw new TransportError(
        `The answer from ${origin} belongs to another request: its client-request-id ${echo === undefined ? "is missing" : "differs"}.`,
        { code: "ERR_RESPONSE_DESYNC" },
      );
    }
    echoing.add(origin);
  };
}
