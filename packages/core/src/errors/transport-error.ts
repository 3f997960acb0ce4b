import { GraphError, isGraphError } from "./graph-error.ts";

/** The class of a failure between this client and the service. */
export type TransportErrorKind = "network" | "timeout" | "aborted" | "tls" | "protocol" | "too-large" | "desync";

/** The exact failure; the same one from every transport. */
export type TransportErrorCode =
  /** The name of the host is not known (network). */
  | "ERR_DNS"
  /** The host refused the connection, or there is no way to it (network). */
  | "ERR_REFUSED"
  /** The connection ended before an answer began (network). */
  | "ERR_RESET"
  /** The connection ended inside the answer (network). */
  | "ERR_TRUNCATED"
  /** Another failure of the platform; see `cause` (network). */
  | "ERR_NETWORK"
  /** No connection in time (timeout). */
  | "ERR_CONNECT_TIMEOUT"
  /** No headers in time (timeout). */
  | "ERR_HEADERS_TIMEOUT"
  /** The body paused for too long (timeout). */
  | "ERR_IDLE_TIMEOUT"
  /** The call's own `timeoutMs` ran out (timeout). */
  | "ERR_DEADLINE"
  /** The caller's signal was aborted (aborted). */
  | "ERR_ABORTED"
  /** The certificate or the handshake was refused (tls). */
  | "ERR_TLS"
  /** More bytes than `maxResponseBytes` or `maxErrorBytes`, more pages than `maxPages` (too-large). */
  | "ERR_TOO_LARGE"
  /** A content coding that is not gzip, deflate or br, or more than two of them (protocol). */
  | "ERR_ENCODING"
  /** The body is not what its coding or UTF-8 allows (protocol). */
  | "ERR_DECODE"
  /** A success whose body is not the JSON that the operation answers (protocol). */
  | "ERR_BODY"
  /** The platform hid a redirect (protocol). */
  | "ERR_REDIRECT"
  /** The answer belongs to another request (desync). */
  | "ERR_RESPONSE_DESYNC";

/** The kind of each code that is none of the network's. */
const kinds: { readonly [Code in TransportErrorCode]?: TransportErrorKind } = {
  ERR_CONNECT_TIMEOUT: "timeout",
  ERR_HEADERS_TIMEOUT: "timeout",
  ERR_IDLE_TIMEOUT: "timeout",
  ERR_DEADLINE: "timeout",
  ERR_ABORTED: "aborted",
  ERR_TLS: "tls",
  ERR_TOO_LARGE: "too-large",
  ERR_ENCODING: "protocol",
  ERR_DECODE: "protocol",
  ERR_BODY: "protocol",
  ERR_REDIRECT: "protocol",
  ERR_RESPONSE_DESYNC: "desync",
};

/** What is known of a failure; its kind follows from the code. */
export interface TransportErrorFacts extends ErrorOptions {
  /** The exact failure; its kind follows from it. */
  readonly code: TransportErrorCode;
  /** `none` when it is certain that no byte of the request left; `unknown` unless told. */
  readonly sent?: "none" | "unknown";
  /** Whether the request went out on a connection that had served another one before. */
  readonly reusedSocket?: boolean;
}

/**
 * No usable answer came back. It reports facts (`sent`, `reusedSocket`) and decides nothing; `mayRepeat` is the rule.
 * `cause` is the platform's own error where there is one.
 */
export class TransportError extends GraphError {
  /** The class of the failure; follows from the code. */
  readonly kind: TransportErrorKind;
  /** The exact failure. */
  readonly code: TransportErrorCode;
  /** `none` when it is certain that no byte of the request left. */
  readonly sent: "none" | "unknown";
  /** Whether the request went out on a connection that had served another one before. */
  readonly reusedSocket: boolean;

  constructor(message: string, facts: TransportErrorFacts) {
    super("TransportError", message, facts);
    this.kind = kinds[facts.code] ?? "network";
    this.code = facts.code;
    this.sent = facts.sent ?? "unknown";
    this.reusedSocket = facts.reusedSocket ?? false;
  }
}

/** Whether no usable answer came back. It also knows an error of another copy of this package. */
export function isTransportError(value: unknown): value is TransportError {
  return isGraphError(value, "TransportError");
}
