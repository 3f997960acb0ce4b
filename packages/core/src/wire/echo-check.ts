import { TransportError } from "../errors/transport-error.ts";
import type { GraphRequest, GraphResponse } from "./message.ts";

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
    const sent = request.headers["client-request-id"];
    if (sent === undefined) return;
    const echo = headers["client-request-id"];
    const { url } = request;
    const origin = url.slice(0, url.indexOf("/", "https://".length));
    const missing = echo === undefined && status >= 200 && status < 300 && echoing.has(origin);
    if (missing || (echo !== undefined && echo.toLowerCase() !== sent.toLowerCase())) {
      throw new TransportError(
        `The answer from ${origin} belongs to another request: its client-request-id ${missing ? "is missing" : "differs"}.`,
        { code: "ERR_RESPONSE_DESYNC" },
      );
    }
    if (echo !== undefined) echoing.add(origin);
  };
}
