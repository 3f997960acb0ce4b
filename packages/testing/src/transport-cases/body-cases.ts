import assert from "node:assert/strict";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import type { TransportCase } from "../transport-contract.ts";
import { http } from "../fault-server/http-answer.ts";
import { failsWith, withExchange } from "./exchange.ts";

const text = JSON.stringify({ value: ["Grüße", "世界", "\u{1f511}"] });

function answersWith(title: string, bytes: Buffer, expected: string): TransportCase {
  return {
    title,
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(bytes),
        async ({ send }) => assert.equal((await send()).body, expected),
      ),
  };
}

/** The first bytes of an answer that never ends: 8 kB on the wire, 8 MiB decoded. */
const bomb = Buffer.concat([
  Buffer.from("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1000000000\r\n\r\n", "latin1"),
  gzipSync(Buffer.alloc(8 * 1024 * 1024)),
]);

/** What comes back. */
export const bodyCases: readonly TransportCase[] = [
  answersWith("decodes gzip", http("200 OK", ["Content-Encoding: gzip"], gzipSync(text)), text),
  answersWith("decodes br", http("200 OK", ["Content-Encoding: br"], brotliCompressSync(text)), text),
  answersWith("decodes deflate", http("200 OK", ["Content-Encoding: deflate"], deflateSync(text)), text),
  answersWith("strips one byte order mark", http("200 OK", [], `\u{feff}${text}`), text),
  answersWith("gives an empty body as an empty string", http("200 OK", []), ""),
  answersWith(
    "takes no bytes for no body, whatever the coding says",
    http("404 Not Found", ["Content-Encoding: gzip"]),
    "",
  ),
  answersWith("ends a 204 with its headers, coding or not", http("204 No Content", ["Content-Encoding: gzip"]), ""),
  {
    title: "ends a 204 that announces a body, and holds no connection that waits for it",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n"),
        async ({ server, send }) => {
          for (let call = 0; call < 8; call += 1) {
            const { status, body } = await send();
            assert.deepEqual([status, body], [204, ""]);
          }
          // One is kept for the next request; some platforms open a second one while the first is being handed back.
          for (let turn = 0; server.open > 2 && turn < 200; turn += 1) await new Promise((done) => setTimeout(done, 5));
          assert.ok(server.open <= 2, `${server.open} connections are open`);
        },
      ),
  },
  {
    title: "keeps little more than the bytes of a body that comes a few at a time",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => {
          socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          socket.end(`${"1\r\nx\r\n".repeat(20_000)}0\r\n\r\n`);
        },
        async ({ send }) => assert.equal((await send()).body, "x".repeat(20_000)),
      ),
  },
  {
    title: "joins characters that were split between chunks",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => {
          const bytes = http("200 OK", [], text);
          // One byte a packet would be slow; cutting every third byte splits every character somewhere.
          for (let at = 0; at < bytes.length; at += 3) socket.write(bytes.subarray(at, at + 3));
        },
        async ({ send }) => assert.equal((await send()).body, text),
      ),
  },
  {
    title: "refuses a body that is not UTF-8",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("200 OK", [], Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d))),
        ({ send }) => failsWith(send(), "protocol", "ERR_DECODE"),
      ),
  },
  {
    title: "refuses a content coding that it cannot undo",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("200 OK", ["Content-Encoding: zstd"], "xxxx")),
        ({ send }) => failsWith(send(), "protocol", "ERR_ENCODING"),
      ),
  },
  {
    title: "refuses more than two content codings",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) =>
          socket.write(http("200 OK", ["Content-Encoding: gzip, gzip, gzip"], gzipSync(gzipSync(gzipSync(text))))),
        ({ send }) => failsWith(send(), "protocol", "ERR_ENCODING"),
      ),
  },
  {
    title: "refuses damaged compression",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("200 OK", ["Content-Encoding: gzip"], "this is not gzip")),
        ({ send }) => failsWith(send(), "protocol", "ERR_DECODE"),
      ),
  },
  {
    title: "stops at maxResponseBytes",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("200 OK", [], "x".repeat(1025))),
        ({ send }) => failsWith(send(), "too-large", "ERR_TOO_LARGE"),
        { maxResponseBytes: 1024 },
      ),
  },
  {
    title: "takes a body of exactly maxResponseBytes",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("200 OK", [], "x".repeat(1024))),
        async ({ send }) => assert.equal((await send()).body.length, 1024),
        { maxResponseBytes: 1024 },
      ),
  },
  {
    title: "counts decoded bytes, so that a small packet cannot become a large body",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(bomb),
        async ({ server, send }) => {
          await failsWith(send(), "too-large", "ERR_TOO_LARGE");
          await server.closed(server.requests[0]);
        },
        { maxResponseBytes: 1024 * 1024 },
      ),
  },
  {
    title: "has a smaller limit for failures",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("500 Internal Server Error", [], "x".repeat(300))),
        ({ send }) => failsWith(send(), "too-large", "ERR_TOO_LARGE"),
        { maxErrorBytes: 256 },
      ),
  },
  {
    title: "refuses a compressed body that ends too early",
    unless: "silentTruncation",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) =>
          socket.write(http("200 OK", ["Content-Encoding: gzip"], gzipSync(text.repeat(50)).subarray(0, -12))),
        ({ send }) => failsWith(send(), "network", "ERR_TRUNCATED"),
      ),
  },
];
