import { isGraphError } from "../errors/graph-error.ts";
import { TransportError, type TransportErrorCode } from "../errors/transport-error.ts";

/** What a transport knows of an exchange that failed. */
export interface ExchangeFacts {
  /** Where the request went. */
  readonly url: string;
  /** Whether the headers of an answer had arrived. */
  readonly answered: boolean;
  /** Whether there was a connection; undefined where the platform does not tell. */
  readonly connected?: boolean;
  readonly reusedSocket?: boolean;
}

/**
 * Gives a platform's failure the name that it has on every transport, from the error's code, those of its causes, and
 * how far the exchange came. One of our own errors is given back as it is; the platform's error becomes the `cause`.
 */
export function networkFailure(error: unknown, facts: ExchangeFacts): unknown {
  if (isGraphError(error)) return error;
  const codes = codesOf(error, 8);
  const [, code, says, unsent] = (facts.answered ? inside : outside).find(([pattern]) => pattern.test(codes)) ?? failed;
  return new TransportError(`${new URL(facts.url).origin}: ${says}.`, {
    code,
    sent: facts.connected === false || (facts.connected === undefined && unsent === true) ? "none" : "unknown",
    reusedSocket: facts.reusedSocket ?? false,
    cause: error,
  });
}

/** What the platform's codes match, our code, the end of a sentence; true where it happens before the first byte. */
type Named = readonly [RegExp, TransportErrorCode, string, true?];

/** Before the headers of an answer; codes of Node, undici and bun. OpenSSL and X.509 have dozens. */
const outside: readonly Named[] = [
  [/\b(ENOTFOUND|EAI_AGAIN)\b/, "ERR_DNS", "the name of the host is not known", true],
  [/\b(ECONNREFUSED|ConnectionRefused|EHOSTUNREACH|ENETUNREACH)\b/, "ERR_REFUSED", "the connection was refused", true],
  [/\b(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)\b/, "ERR_CONNECT_TIMEOUT", "there was no connection in time", true],
  [
    /\b(ERR_(SSL|TLS)_|CERT_|EPROTO\b|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_)/,
    "ERR_TLS",
    "the certificate or the handshake was refused",
    true,
  ],
  [/\b(ECONNRESET|EPIPE|UND_ERR_SOCKET)\b/, "ERR_RESET", "the connection ended before an answer"],
];

/**
 * Inside an answer there are two ways to fail: damage, which the decompressor sees, and an early end. zlib's word for an
 * early end is Z_BUF_ERROR.
 */
const inside: readonly Named[] = [
  [/\b(Z_(?!BUF_ERROR)|ERR__)/, "ERR_DECODE", "the body cannot be decompressed"],
  [/^/, "ERR_TRUNCATED", "the connection ended inside the answer"],
];

const failed: Named = [/^/, "ERR_NETWORK", "the request failed"];

/** The codes of an error and of its causes; an AggregateError (one address after another) has its own below it. */
function codesOf(error: unknown, depth: number): string {
  if (!(error instanceof Error) || depth === 0) return "";
  const below: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return ["code" in error ? error.code : "", ...[...below, error.cause].map((each) => codesOf(each, depth - 1))].join(
    " ",
  );
}
