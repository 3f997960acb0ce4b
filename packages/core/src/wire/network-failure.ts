import { isGraphError } from "../errors/graph-error.ts";
import { TransportError, type TransportErrorCode } from "../errors/transport-error.ts";
import { isJsonObject } from "./json.ts";
import { originOf } from "./origin.ts";

/** What a transport knows of an exchange that failed. */
export interface ExchangeFacts {
  /** Where the request went. */
  readonly url: string;
  /** Whether the headers of an answer had arrived. */
  readonly answered: boolean;
  /** Whether there was a connection; undefined where the platform does not tell. */
  readonly connected?: boolean;
  /** Whether the connection had served another request before; false unless told. */
  readonly reusedSocket?: boolean;
}

/**
 * Gives a platform's failure the name that it has on every transport, from the error's code, those of its causes, and
 * how far the exchange came. One of our own errors is given back as it is; the platform's error becomes the `cause`.
 */
export function networkFailure(error: unknown, { url, answered, connected, reusedSocket }: ExchangeFacts): unknown {
  if (isGraphError(error)) return error;
  const text = `${answered ? "answered" : ""} ${codesOf(error, 8)}`;
  const [, code, says, unsent = false] = failures.find(([pattern]) => pattern.test(text)) ?? failed;
  return new TransportError(`${originOf(url)}: ${says}.`, {
    code,
    sent: (connected ?? !unsent) ? "unknown" : "none",
    reusedSocket: reusedSocket ?? false,
    cause: error,
  });
}

/** What the platform's codes match, our code, the end of a sentence; true where it happens before the first byte. */
type Named = readonly [RegExp, TransportErrorCode, string, true?];

/**
 * Codes of Node, undici and bun. Inside an answer there are two ways to fail: damage, which the decompressor sees, and an
 * early end, for which zlib's word is Z_BUF_ERROR. Before it there are many; OpenSSL and X.509 alone have dozens.
 */
const failures: readonly Named[] = [
  [/^answered.* (Z_(?!BUF_ERROR)|ERR__)/, "ERR_DECODE", "the body cannot be decompressed"],
  [/^answered/, "ERR_TRUNCATED", "the connection ended inside the answer"],
  [/ (ENOTFOUND|EAI_AGAIN) /, "ERR_DNS", "the name of the host is not known", true],
  [/ (ECONNREFUSED|ConnectionRefused|EHOSTUNREACH|ENETUNREACH) /, "ERR_REFUSED", "the connection was refused", true],
  [/ (ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT) /, "ERR_CONNECT_TIMEOUT", "there was no connection in time", true],
  [
    / (ERR_(SSL|TLS)_|CERT_|EPROTO |UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_)/,
    "ERR_TLS",
    "the certificate or the handshake was refused",
    true,
  ],
  [/ (ECONNRESET|EPIPE|UND_ERR_SOCKET) /, "ERR_RESET", "the connection ended before an answer"],
];

const failed: Named = [/^/, "ERR_NETWORK", "the request failed"];

/** The codes of an error and of its causes, a blank after each; an AggregateError (one address after another) has its own below it. */
function codesOf(error: unknown, depth: number): string {
  if (!isJsonObject(error) || depth === 0) return "";
  const { code = "", cause, errors } = error;
  return `${String(code)} ${[errors, cause]
    .flat()
    .map((each) => codesOf(each, depth - 1))
    .join("")}`;
}
