import type { MiddlewareHandler } from "hono";
import { GraphFault } from "./graph-fault.ts";

/** 1 MiB, in bytes. */
const longestBody = 1_048_576;

/** Reads a body to its end before a handler sees any of it, and refuses a longer one as soon as that is known. */
export const limitBody: MiddlewareHandler = async (context, next) => {
  const { raw } = context.req;
  if (Number(raw.headers.get("content-length")) > longestBody) throw tooLong();
  if (raw.body !== null) {
    const { url, method, headers, signal } = raw;
    // Made from its parts: a server's own request need not be one that the platform can copy.
    context.req.raw = new Request(url, { method, headers, signal, body: await readAll(raw.body) });
  }
  return next();
};

// Counted even where a length was told: without a server between, nobody has held the caller to it.
async function readAll(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    // Leaves the loop, which cancels the stream.
    if (length > longestBody) throw tooLong();
    chunks.push(chunk);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function tooLong(): GraphFault {
  const message = `The body of the request is longer than ${longestBody} bytes. Send less at once.`;
  return new GraphFault(413, "RequestEntityTooLarge", message);
}
