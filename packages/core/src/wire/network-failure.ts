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
  const { code, says, unsent } = nameOf(codesOf(error), facts);
  const sent = facts.connected === false || (facts.connected === undefined && unsent === true) ? "none" : "unknown";
  return new TransportError(`${new URL(facts.url).origin}: ${says}.`, {
    code,
    sent,
    reusedSocket: facts.reusedSocket ?? false,
    cause: error,
  });
}

interface Named {
  readonly code: TransportErrorCode;
  readonly says: string;
  /** It happens before the first byte of a request. */
  readonly unsent?: true;
}

const dns: Named = { code: "ERR_DNS", says: "the name of the host is not known", unsent: true };
const refused: Named = { code: "ERR_REFUSED", says: "the connection was refused", unsent: true };
const late: Named = {
  code: "ERR_CONNECT_TIMEOUT",
  says: "there was no connection in time",
  unsent: true,
};
const tls: Named = { code: "ERR_TLS", says: "the certificate or the handshake was refused", unsent: true };
const reset: Named = { code: "ERR_RESET", says: "the connection ended before an answer" };
const cut: Named = { code: "ERR_TRUNCATED", says: "the connection ended inside the answer" };
const garbled: Named = { code: "ERR_DECODE", says: "the body cannot be decompressed" };
const other: Named = { code: "ERR_NETWORK", says: "the request failed" };

/** Codes of Node, undici and bun. */
const byCode: Readonly<Record<string, Named>> = {
  ENOTFOUND: dns,
  EAI_AGAIN: dns,
  ECONNREFUSED: refused,
  ConnectionRefused: refused,
  EHOSTUNREACH: refused,
  ENETUNREACH: refused,
  ETIMEDOUT: late,
  UND_ERR_CONNECT_TIMEOUT: late,
  ECONNRESET: reset,
  EPIPE: reset,
  UND_ERR_SOCKET: reset,
};

/** OpenSSL and X.509 have dozens of codes. */
const tlsCode = /^(ERR_(SSL|TLS)_|CERT_|EPROTO$|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_)/;

function nameOf(codes: readonly string[], { answered }: ExchangeFacts): Named {
  // Inside an answer there are two ways to fail: damage, which the decompressor sees, and an early end. zlib's word for
  // an early end is Z_BUF_ERROR.
  if (answered) return codes.some((code) => /^(Z_(?!BUF_ERROR)|ERR__)/.test(code)) ? garbled : cut;
  for (const code of codes) {
    const named = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
    if (named !== undefined) return named;
    if (tlsCode.test(code)) return tls;
  }
  return other;
}

/** The codes of an error and of its causes; an AggregateError (one address after another) has its own below it. */
function codesOf(error: unknown): readonly string[] {
  const codes: string[] = [];
  let level: unknown = error;
  for (let depth = 0; depth < 8 && level instanceof Error; depth++) {
    if ("code" in level && typeof level.code === "string") codes.push(level.code);
    if (level instanceof AggregateError) codes.push(...level.errors.flatMap((each) => codesOf(each)));
    level = level.cause;
  }
  return codes;
}
