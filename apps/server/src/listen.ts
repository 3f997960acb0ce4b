import { createServer, type RequestListener, type ServerOptions } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { isIPv6 } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { TlsFiles } from "./input-files.ts";
import { messageOf, Refusal } from "./refusal.ts";
import { stopper } from "./stopper.ts";

/** A server that listens. */
export interface Listening {
  /** Scheme, host and the real port. */
  readonly origin: string;
  /** Takes no more connections, and ends when the running answers have. */
  readonly stop: () => Promise<void>;
}

export interface ListenOptions {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly tls?: TlsFiles;
}

/**
 * A slow or idle caller must not hold a socket for ever, and a client's pool must outlive none of its sockets: most
 * pools keep an idle one for less than a minute.
 */
const limits: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
  /** In bytes, of the address and all headers. */
  maxHeaderSize: 16_384,
};

/** In characters. */
const longestUrl = 8_192;

/** Puts a fetch behind a socket. */
export async function listen({ fetch, host, port, tls }: ListenOptions): Promise<Listening> {
  const answer = getRequestListener(fetch);
  const listener: RequestListener = (incoming, outgoing) => {
    if ((incoming.url ?? "").length > longestUrl) return void outgoing.writeHead(414, { connection: "close" }).end();
    // The listener answers its own failures; its promise never rejects.
    void answer(incoming, outgoing);
  };
  const server = tls === undefined ? createServer(limits, listener) : createTlsServer({ ...limits, ...tls }, listener);
  server.maxHeadersCount = 100;
  server.maxConnections = 1_000;
  server.maxRequestsPerSocket = 10_000;
  const stop = stopper(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(refused(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const realPort = typeof address === "object" && address !== null ? address.port : port;
  return {
    stop,
    origin: `${tls === undefined ? "http" : "https"}://${isIPv6(host) ? `[${host}]` : host}:${realPort}`,
  };
}

function refused(error: Error, host: string, port: number): Refusal {
  const code = "code" in error ? error.code : undefined;
  const reasons = new Map<unknown, string>([
    ["EADDRINUSE", `Port ${port} on ${host} is in use. Stop what listens there, or take a free port: --port 0.`],
    ["EACCES", `Port ${port} needs more rights than this process has. Take one above 1023, or a free one: --port 0.`],
    ["EADDRNOTAVAIL", `This machine has no address ${host}. Take another one: --host 127.0.0.1.`],
    ["ENOTFOUND", `The host ${host} is not known. Give an address of this machine: --host 127.0.0.1.`],
  ]);
  const message = reasons.get(code) ?? `The server cannot listen on ${host}, port ${port}: ${messageOf(error)}.`;
  return new Refusal(1, message, { cause: error });
}
