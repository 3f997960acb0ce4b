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

/** How long a caller may take, in milliseconds. */
export interface TimeLimits {
  /** From the first byte to the last of the headers; also for a TLS handshake, and for a connection that says nothing. */
  readonly headersTimeoutMs: number;
  /** For a whole request with its body, no less than for its headers. */
  readonly requestTimeoutMs: number;
  /** How long a connection without a request is kept. A client's pool should give up its idle ones before. */
  readonly keepAliveTimeoutMs: number;
}

export interface ListenOptions extends TimeLimits {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly tls?: TlsFiles;
}

/** Puts a fetch behind a socket. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { fetch, host, port, tls } = options;
  const answer = getRequestListener(fetch);
  const listener: RequestListener = (incoming, outgoing) => {
    // The listener answers its own failures; its promise never rejects.
    void answer(incoming, outgoing);
  };
  const limits = limitsOf(options);
  const server =
    tls === undefined
      ? createServer(limits, listener)
      : createTlsServer({ ...limits, ...tls, handshakeTimeout: options.headersTimeoutMs }, listener);
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

/** A slow or idle caller must not hold a socket for ever. */
function limitsOf({ headersTimeoutMs, requestTimeoutMs, keepAliveTimeoutMs }: TimeLimits): ServerOptions {
  return {
    headersTimeout: headersTimeoutMs,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    // A limit is noticed at the next look.
    connectionsCheckingInterval: Math.min(1_000, headersTimeoutMs),
    /** In bytes, of the address and all headers. */
    maxHeaderSize: 16_384,
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
