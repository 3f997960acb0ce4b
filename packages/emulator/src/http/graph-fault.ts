import type { Marks } from "./stamp.ts";

/** Status codes that the emulator answers with an error body. */
export const faultStatuses = [400, 401, 403, 404, 409, 412, 413, 414, 415, 429, 500, 501, 502, 503, 504] as const;
export type FaultStatus = (typeof faultStatuses)[number];

/** An error as the service answers it; thrown anywhere below the router, and sent by it. */
export class GraphFault extends Error {
  override readonly name = "GraphFault";
  readonly status: FaultStatus;
  readonly code: string;
  /** Headers of its answer beyond those that every answer has. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: FaultStatus, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Graph's words for an id that it does not know. */
export function resourceNotFound(id: string): GraphFault {
  return new GraphFault(
    404,
    "Request_ResourceNotFound",
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** A request that cannot be understood, or must not be done. */
export function badRequest(message: string): GraphFault {
  return new GraphFault(400, "BadRequest", message);
}

/** A request that what is there does not allow. */
export function conflict(message: string): GraphFault {
  return new GraphFault(409, "Conflict", message);
}

/** A body of a kind that is not taken. */
export function unsupported(message: string): GraphFault {
  return new GraphFault(415, "UnsupportedMediaType", message);
}

/** Graph's error body, https://learn.microsoft.com/graph/errors */
export function errorBody(fault: GraphFault, marks: Marks): object {
  return {
    error: {
      code: fault.code,
      message: fault.message,
      innerError: {
        date: new Date(marks.now).toISOString().slice(0, 19),
        "request-id": marks.requestId,
        "client-request-id": marks.clientRequestId,
      },
    },
  };
}
