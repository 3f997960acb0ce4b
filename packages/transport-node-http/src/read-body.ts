import type { IncomingMessage } from "node:http";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { type BodyLimits, type ContentCoding, contentCodings, responseBody } from "@graph-sync/core";

/** Reads a body to its end: undoes its codings, counts what comes out, and calls `alive` with each chunk. */
export function readBody(
  incoming: IncomingMessage,
  contentEncoding: string | undefined,
  status: number,
  limits: BodyLimits,
  alive: () => void,
): Promise<string> {
  const body = responseBody(status, limits);
  return new Promise((resolve, reject) => {
    const codings = contentCodings(contentEncoding);
    let received = 0;
    if (codings.length > 0) incoming.on("data", (chunk: Uint8Array) => (received += chunk.byteLength));
    const failed = (error: Error): void => {
      // No bytes at all are no body, whatever the header says of its coding; only a decompressor calls that too short.
      if (incoming.complete && received === 0) resolve("");
      else reject(error);
    };
    const decoded = decode(incoming, codings, failed);
    decoded.on("data", (chunk: Uint8Array) => {
      alive();
      try {
        body.push(chunk);
      } catch (error) {
        reject(error);
      }
    });
    decoded.once("error", failed);
    decoded.once("end", () => {
      try {
        resolve(body.text());
      } catch (error) {
        reject(error);
      }
    });
  });
}

/** The codings were applied left to right, so they are undone right to left (RFC 9110 §8.4). */
function decode(
  incoming: IncomingMessage,
  codings: readonly ContentCoding[],
  failed: (error: Error) => void,
): Readable {
  return codings.reduceRight<Readable>(
    (source, coding) =>
      pipeline(source, decoders[coding](), (error) => {
        if (error) failed(error);
      }),
    incoming,
  );
}

const decoders = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress } as const;
