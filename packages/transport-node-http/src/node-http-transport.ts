import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from "node:http";
// Default imports: whoever replaces `request` on the module object (nock) is heard only through it.
import http from "node:http";
import https from "node:https";
import {
  type BodyLimits,
  checkHeaders,
  checkLimits,
  type EchoCheck,
  echoCheck,
  type GraphRequest,
  type GraphResponse,
  InvalidRequestError,
  networkFailure,
  type PhaseLimits,
  phaseTimer,
  resent,
  type Transport,
} from "@graph-sync/core";
import { readBody } from "./read-body.ts";
import { responseHeaders } from "./response-headers.ts";

/** Limits of bodies, times and connections. */
export interface NodeHttpTransportOptions extends BodyLimits, PhaseLimits {
  /** Connections at a time to one origin; 64 unless told. Further requests wait for one. */
  readonly maxSockets?: number;
  /** Idle connections kept for one origin; 16 unless told. */
  readonly maxFreeSockets?: number;
}

/**
 * A transport over `node:http` and `node:https` with its own keep-alive agent; the fastest one on Node. Redirects are
 * never followed, and the body is read to its end under a limit.
 * @example
 * const graph = createClient({ transport: nodeHttpTransport(), plugins: [bearer(token)] });
 */
export function nodeHttpTransport(options: NodeHttpTransportOptions = {}): Transport {
  checkLimits(options);
  checkCount("maxSockets", options.maxSockets);
  checkCount("maxFreeSockets", options.maxFreeSockets);
  const pool = { keepAlive: true, maxSockets: options.maxSockets ?? 64, maxFreeSockets: options.maxFreeSockets ?? 16 };
  const agents = { "http:": new http.Agent(pool), "https:": new https.Agent(pool) };
  const targetOf = targets(agents);
  const checkEcho = echoCheck();
  let closed = false;

  return Object.freeze({
    name: "node-http",
    layer: resent,
    async send(request: GraphRequest): Promise<GraphResponse> {
      if (closed) throw new InvalidRequestError("The node-http transport is closed: make a new one.");
      checkHeaders(request.headers);
      request.signal.throwIfAborted();
      return exchange(request, targetOf(request.url), options, checkEcho);
    },
    async close(): Promise<void> {
      closed = true;
      agents["http:"].destroy();
      agents["https:"].destroy();
    },
  });
}

/** One request and its answer. Every way out passes `settle`, which leaves no timer and no listener behind. */
function exchange(
  request: GraphRequest,
  target: Target,
  options: NodeHttpTransportOptions,
  checkEcho: EchoCheck,
): Promise<GraphResponse> {
  return new Promise<GraphResponse>((resolve, reject) => {
    const { signal } = request;
    const progress = { connected: false, answered: false };
    const timer = phaseTimer(options, end);
    const abort = (): void => end(signal.reason);
    const outgoing = open(request, target);
    let bodiless: GraphResponse | undefined;

    function settle(): void {
      timer.stop();
      signal.removeEventListener("abort", abort);
    }

    function fail(error: unknown): void {
      // 204 and 304 end with their headers (RFC 9110 §15.3.5): what comes after them costs the connection, not the answer.
      if (bodiless !== undefined) resolve(bodiless);
      end(networkFailure(error, { url: request.url, reusedSocket: outgoing.reusedSocket, ...progress }));
    }

    function end(reason: unknown): void {
      settle();
      reject(reason);
      // The connection is in an unknown state, so it must not serve another request.
      outgoing.destroy();
    }

    function answered(incoming: IncomingMessage): void {
      progress.answered = true;
      timer.enter("idle");
      try {
        const headers = responseHeaders(incoming.rawHeaders);
        const status = incoming.statusCode ?? 0;
        checkEcho(request, { status, headers });
        // Graph wants retries of these on a new connection: https://learn.microsoft.com/graph/best-practices-concept
        if (status === 503 || status === 504) outgoing.shouldKeepAlive = false;
        if (status === 204 || status === 304) bodiless = { status, headers, body: "" };
        readBody(incoming, headers["content-encoding"], status, options, () => timer.enter("idle")).then((body) => {
          settle();
          resolve({ status, headers, body });
        }, fail);
      } catch (error) {
        fail(error);
      }
    }

    signal.addEventListener("abort", abort, { once: true });
    outgoing.on("error", fail);
    outgoing.on("response", answered);
    // Neither is asked for, and a connection that changes its protocol ends no other way.
    outgoing.on("upgrade", () => fail(new Error("The service wants to change the protocol (101).")));
    outgoing.on("close", () => {
      if (!progress.answered) fail(new Error("The connection was closed."));
    });
    outgoing.on("socket", (socket) => {
      const connected = (): void => {
        progress.connected = true;
        if (!progress.answered) timer.enter("headers");
      };
      if (!socket.connecting) return connected();
      // Only now: the wait for a place in the pool is not the server's, and the call's own deadline bounds it.
      timer.enter("connect");
      socket.once(target.secure ? "secureConnect" : "connect", connected);
    });
    outgoing.end(request.body);
  });
}

function open(request: GraphRequest, { origin, secure, ...target }: Target): ClientRequest {
  const options: RequestOptions = {
    ...target,
    method: request.method,
    // As it was given: a parsed URL would print some characters of an opaque nextLink in another way.
    path: request.url.slice(origin.length),
    headers: { ...request.headers, "accept-encoding": "gzip, br", ...framing(request) },
  };
  return secure ? https.request(options) : http.request(options);
}

function checkCount(name: string, count: number | undefined): void {
  if (count === undefined || count === Infinity || (Number.isSafeInteger(count) && count > 0)) return;
  throw new InvalidRequestError(`${name} must be a positive integer, not ${String(count)}.`);
}

/** Where requests go: the connection's part of the options. */
interface Target extends Pick<RequestOptions, "protocol" | "hostname" | "port" | "agent"> {
  /** As the address has it, up to its path. */
  readonly origin: string;
  readonly secure: boolean;
}

/** Gives the target of an address; a client has one origin, so it is not parsed again for each request. */
function targets(agents: Agents): (url: string) => Target {
  let last: Target | undefined;
  return (url) => {
    const origin = url.slice(0, url.indexOf("/", "https://".length));
    if (last?.origin === origin) return last;
    const { protocol, hostname, port } = new URL(origin);
    const secure = protocol === "https:";
    const agent = secure ? agents["https:"] : agents["http:"];
    // A URL prints an IPv6 address in brackets, a socket takes it without.
    last = { origin, secure, protocol, hostname: hostname.replace(/^\[|\]$/g, ""), port, agent };
    return last;
  };
}

type Agents = Readonly<Record<"http:" | "https:", Agent>>;

/** A write without a body says so: some servers wait for one. */
function framing({ method, body }: GraphRequest): { readonly "content-length"?: string } {
  if (body !== undefined) return { "content-length": String(Buffer.byteLength(body)) };
  return method === "GET" || method === "DELETE" ? {} : { "content-length": "0" };
}
