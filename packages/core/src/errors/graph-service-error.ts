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
  override readonly name: string = "GraphServiceError";
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
  /** Our id of this exchange. */
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

  constructor(operation: OperationInfo, response: GraphResponse) {
    const body = decodeErrorBody(response.body);
    const requestId = response.headers["request-id"] ?? body.requestId;
    super("service", sentence(operation, response.status, body.code, body.message, requestId));
    this.status = response.status;
    this.code = body.code;
    this.codes = body.codes;
    this.serviceMessage = body.message;
    this.requestId = requestId;
    this.clientRequestId = response.headers["client-request-id"] ?? body.clientRequestId;
    this.date = response.headers["date"] ?? body.date;
    this.retryAfterMs = retryAfterMs(response.headers, systemHost.clock);
    this.operation = operation.id;
    this.ambiguous = operation.repeat === "never" && response.status >= 500;
    Object.defineProperty(this, "headers", { value: response.headers });
  }
}

/** Whether the service answered, and not with a success. It also knows an error of another copy of this package. */
export function isGraphServiceError(value: unknown): value is GraphServiceError {
  return isGraphError(value, "service");
}

function sentence(
  operation: OperationInfo,
  status: number,
  code: string | undefined,
  message: string,
  requestId: string | undefined,
): string {
  const said = message === "" ? "" : ` ${message}`;
  const id = requestId === undefined ? "" : ` (request-id ${requestId})`;
  return `${operation.id}: Graph answered ${status}${code === undefined ? "" : ` ${code}`}.${said}${id}`;
}
