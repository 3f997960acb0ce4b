import type { MiddlewareHandler } from "hono";
import { badRequest, GraphFault, unsupported } from "./graph-fault.ts";

/** 1 MiB, in bytes. */
const longestBody = 1_048_576;
/** 4 MiB, in bytes: a schema names every attribute of both directories. */
const longestSchema = 4_194_304;

/** Reads a body to its end before a handler sees any of it, and refuses a longer one as soon as that is known. */
export const limitBody: MiddlewareHandler = async (context, next) => {
  const { raw } = context.req;
  if (raw.body !== null) {
    const longest = limitOf(context.req.method, context.req.path);
    if (Number(raw.headers.get("content-length")) > longest) throw tooLong(longest);
    refuseCoded(raw.headers.get("content-encoding"));
    const { url, method, headers, signal } = raw;
    // Made from its parts: a server's own request need not be one that the platform can copy.
    context.req.raw = new Request(url, { method, headers, signal, body: await readAll(raw.body, longest) });
  }
  return next();
};

function limitOf(method: string, path: string): number {
  return method === "PUT" && /\/synchronization\/(?:jobs|templates)\/[^/]+\/schema\/?$/u.test(path)
    ? longestSchema
    : longestBody;
}

/** Nothing is decompressed: a few bytes could become as many as they like. */
function refuseCoded(coding: string | null): void {
  if (coding === null || coding.toLowerCase() === "identity") return;
  throw unsupported("The body of the request is compressed. Send it as it is, without Content-Encoding.");
}

// Counted even where a length was told: without a server between, nobody has held the caller to it.
async function readAll(body: ReadableStream<Uint8Array>, longest: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      // Leaves the loop, which cancels the stream.
      if (length > longest) throw tooLong(longest);
      chunks.push(chunk);
    }
  } catch (error) {
    // A caller who went away, or whom the server cut off: nobody reads it but the log.
    throw error instanceof GraphFault ? error : badRequest("The body of the request broke off.");
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function tooLong(longest: number): GraphFault {
  const message = `The body of the request is longer than ${longest} bytes. Send less at once.`;
  return new GraphFault(413, "RequestEntityTooLarge", message);
}
