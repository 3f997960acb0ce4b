import { TransportError } from "../errors/transport-error.ts";
import { isSuccess } from "./status.ts";

/** Limits of a response body, in bytes after decoding. */
export interface BodyLimits {
  /** Of a success; 64 MiB unless told. A schema of a large app is a few megabytes. */
  readonly maxResponseBytes?: number;
  /** Of any other answer; 1 MiB unless told. */
  readonly maxErrorBytes?: number;
}

/** Collects the bytes of a body while they arrive, counts them and gives the text at the end. */
export interface ResponseBody {
  /**
   * Takes the next bytes.
   * @throws TransportError `too-large` as soon as the limit is passed
   */
  push(chunk: Uint8Array): void;
  /**
   * The whole body.
   * @throws TransportError `protocol` where the bytes are not UTF-8
   */
  text(): string;
}

/** The body of an answer with this status, empty until bytes come. */
export function responseBody(status: number, limits: BodyLimits): ResponseBody {
  const [option, mebibytes] = isSuccess(status) ? (["maxResponseBytes", 64] as const) : (["maxErrorBytes", 1] as const);
  const limit = limits[option] ?? mebibytes * 1024 * 1024;
  // One buffer that doubles: a server may send a byte at a time, and a chunk holds far more memory than its bytes.
  let buffer = new Uint8Array(0);
  let length = 0;
  return {
    push(chunk) {
      const end = length + chunk.byteLength;
      if (end > limit) {
        throw new TransportError(`The answer is larger than ${limit} bytes; raise ${option} if it may be.`, {
          code: "ERR_TOO_LARGE",
        });
      }
      if (end > buffer.byteLength) {
        const larger = new Uint8Array(Math.max(end, 2 * length));
        larger.set(buffer);
        buffer = larger;
      }
      buffer.set(chunk, length);
      length = end;
    },
    text() {
      try {
        // One decoder a body: it is fatal, strips one byte order mark, and a failed decode leaves no state behind.
        return new TextDecoder("utf-8", { fatal: true }).decode(buffer.subarray(0, length));
      } catch (cause) {
        throw new TransportError("The answer is not valid UTF-8.", { code: "ERR_DECODE", cause });
      }
    },
  };
}
