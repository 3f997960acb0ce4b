import type { OperationInfo } from "../contract/operation.ts";
import { systemHost } from "../pipeline/host.ts";
import type { GraphResponse } from "../wire/message.ts";
import { retryAfterMs } from "../wire/retry-after.ts";
import { decodeErrorBody } from "./error-body.ts";
import { GraphError, isGraphError } from "./graph-error.ts";

/**
 * The service answered, and the answer is not a success. Branch on `status` and `code`, never on `message`.
 * https://learn.microsoft.com/graph/errors
 */
export class GraphServiceError extends GraphError {
  /** The HTTP status. A 3xx is here too: redirects are never followed. */
  readonly status: number;
  /** The most specific error code of the body, such as `Request_ResourceNotFound`. */
  readonly code: string | undefined;
  /** All codes of the body, outermost first. */
  readonly codes: readonly string[];
  /** What the service says in its own words; may be empty. */
  readonly serviceMessage: string;
  /** The service's id of this exchange; quote it to Microsoft support. */
  readonly requestId: string | undefined;
  /** Our id of this exchange, as the answer sends it back; undefined where something before Graph answered. */
  readonly clientRequestId: string | undefined;
  /** When the service answered, as it prints it. */
  readonly date: string | undefined;
  /** Milliseconds that the service asks to be left alone, counted from its answer; undefined where it does not say. */
  readonly retryAfterMs: number | undefined;
  /** The operation's id, such as `jobs.get`. */
  readonly operation: string;
  /** True where a write that must not be sent twice met a 5xx: it was done, or it was not. */
  readonly ambiguous: boolean;
  /** The headers of the answer, names in lower case. Not enumerable, so that no log prints them by accident. */
  declare readonly headers: Readonly<Record<string, string>>;

  constructor(operation: OperationInfo, { status, headers, body }: GraphResponse) {
    const { codes, message, ids } = decodeErrorBody(body);
    // `UnknownError` is the gateway's word for a backend's error, and a number says what the status does; any other code says more.
    const code = codes.findLast((each) => !/^(UnknownError|\d+)$/.test(each)) ?? codes.at(-1);
    const known = { ...ids, ...headers };
    const requestId = known["request-id"];
    const words = [
      `${operation.id}: Graph answered ${status}${code === undefined ? "" : ` ${code}`}.`,
      message,
      requestId === undefined ? "" : `(request-id ${requestId})`,
    ];
    super("GraphServiceError", words.filter((word) => word !== "").join(" "));
    this.status = status;
    this.code = code;
    this.codes = codes;
    this.serviceMessage = message;
    this.requestId = requestId;
    this.clientRequestId = known["client-request-id"];
    this.date = known["date"];
    this.retryAfterMs = retryAfterMs(headers, systemHost.clock);
    this.operation = operation.id;
    this.ambiguous = operation.repeat === "never" && status >= 500;
    Object.defineProperty(this, "headers", { value: headers });
  }
}

/** Whether the service answered, and not with a success. It also knows an error of another copy of this package. */
export function isGraphServiceError(value: unknown): value is GraphServiceError {
  return isGraphError(value, "GraphServiceError");
}
