import { TransportError } from "../errors/transport-error.ts";

/** Limits of a response body, in bytes after decoding. */
export interface BodyLimits {
  /** Of a success; 64 MiB unless told. A schema of a large app is a few megabytes. */
  readonly maxResponseBytes?: number;
  /** Of any other answer; 1 MiB unless told. */
  readonly maxErrorBytes?: number;
}

/** Collects the bytes of a body while they arrive, counts them and gives the text at the end. */
export interface ResponseBody {
  /** @throws TransportError `too-large` as soon as the limit is passed. */
  push(chunk: Uint8Array): void;
  /** @throws TransportError `protocol` where the bytes are not UTF-8. */
  text(): string;
}

/** The body of an answer with this status, empty until bytes come. */
export function responseBody(status: number, limits: BodyLimits): ResponseBody {
  const success = status >= 200 && status < 300;
  const limit = success ? (limits.maxResponseBytes ?? 64 * 1024 * 1024) : (limits.maxErrorBytes ?? 1024 * 1024);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  return {
    push(chunk) {
      bytes += chunk.byteLength;
      if (bytes > limit) {
        throw new TransportError(
          `The answer is larger than ${limit} bytes; raise ${success ? "maxResponseBytes" : "maxErrorBytes"} if it may be.`,
          { code: "ERR_TOO_LARGE" },
        );
      }
      keep(chunks, chunk);
    },
    text: () => decode(chunks, bytes),
  };
}

/**
 * Adds a chunk. A server may send a byte at a time, and each chunk of a platform holds far more memory than its bytes; so
 * small neighbours are joined as a binary counter joins its digits, which copies a byte a few times at the most.
 */
function keep(chunks: Uint8Array[], chunk: Uint8Array): void {
  let last = chunk;
  for (let before = chunks.at(-1); before !== undefined && last.byteLength < smallBytes; before = chunks.at(-1)) {
    if (before.byteLength > last.byteLength) break;
    chunks.pop();
    last = joined([before, last], before.byteLength + last.byteLength);
  }
  chunks.push(last);
}

const smallBytes = 65_536;

function decode(chunks: readonly Uint8Array[], bytes: number): string {
  const [first] = chunks;
  if (first === undefined) return "";
  try {
    // One decoder a body: it is fatal, strips one byte order mark, and a failed decode leaves no state behind.
    return new TextDecoder("utf-8", { fatal: true }).decode(chunks.length === 1 ? first : joined(chunks, bytes));
  } catch (cause) {
    throw new TransportError("The answer is not valid UTF-8.", {
      code: "ERR_DECODE",
      cause,
    });
  }
}

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
