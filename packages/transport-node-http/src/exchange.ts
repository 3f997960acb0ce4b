import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
// Default imports: whoever replaces `request` on the module object (nock) is heard only through it.
import http from "node:http";
import https from "node:https";
import {
  type BodyLimits,
  type EchoCheck,
  type GraphRequest,
  type GraphResponse,
  holdBack,
  networkFailure,
  type PhaseLimits,
  phaseTimer,
} from "@graph-sync/core";
import type { Connection } from "./pool.ts";
import { readBody } from "./read-body.ts";
import { responseHeaders } from "./response-headers.ts";
import type { Target } from "./target.ts";

/** One request and its answer. Every way out passes `settle`, which leaves no timer and no listener behind. */
export function exchange(
  request: GraphRequest,
  target: Target,
  limits: BodyLimits & PhaseLimits,
  checkEcho: EchoCheck,
): Promise<GraphResponse> {
  return new Promise<GraphResponse>((resolve, reject) => {
    const { signal, url } = request;
    const timer = phaseTimer(limits, end);
    const abort = (): void => end(signal.reason);
    let connected: boolean | undefined;
    let answered = false;
    let connection: Connection | undefined;
    let giveUp = (): void => undefined;
    let release = (): void => undefined;
    let keepMs = Infinity;
    let bodiless: GraphResponse | undefined;

    const outgoing = open(request, target, (given) => {
      connected = false;
      giveUp = target.pool.take({
        // Only now: the wait for a place in the pool is not the server's, and the call's own deadline bounds it.
        connecting: () => timer.enter("connect"),
        ready(taken) {
          release();
          connected = true;
          connection = taken;
          timer.enter("headers");
          given(taken);
        },
        failed: fail,
      });
      if (connection === undefined) release = holdBack(request);
    });

    function settle(): void {
      timer.stop();
      release();
      signal.removeEventListener("abort", abort);
    }

    function fail(error: unknown): void {
      // 204 and 304 end with their headers (RFC 9110 §15.3.5): what comes after them costs the connection, not the answer.
      if (bodiless !== undefined) resolve(bodiless);
      const reusedSocket = connection?.reused ?? false;
      end(networkFailure(error, { url, answered, reusedSocket, ...(connected === undefined ? {} : { connected }) }));
    }

    function end(reason: unknown): void {
      settle();
      reject(reason);
      giveUp();
      // The connection is in an unknown state, so it must not serve another request.
      outgoing.destroy();
    }

    function answer(incoming: IncomingMessage): void {
      answered = true;
      timer.enter("idle");
      try {
        const headers = responseHeaders(incoming.rawHeaders);
        const status = incoming.statusCode ?? 0;
        checkEcho(request, { status, headers });
        keepMs = keptFor(status, headers["keep-alive"]);
        if (status === 204 || status === 304) bodiless = { status, headers, body: "" };
        readBody(incoming, headers["content-encoding"], status, limits, () => timer.enter("idle")).then((body) => {
          settle();
          resolve({ status, headers, body });
        }, fail);
      } catch (error) {
        fail(error);
      }
    }

    // Whoever replaced `request` may bring a connection of its own, and says itself whether it is kept.
    if (connected === undefined) timer.enter("headers");
    else outgoing.setHeader("connection", "keep-alive");
    signal.addEventListener("abort", abort, { once: true });
    outgoing.on("error", fail);
    outgoing.on("response", answer);
    // Neither is asked for, and a connection that changes its protocol ends no other way.
    outgoing.on("upgrade", () => fail(new Error("The service wants to change the protocol (101).")));
    outgoing.on("close", () => {
      if (!answered) fail(new Error("The connection was closed."));
      // Where the answer did not come to its end, or says so itself, the connection is closed by now.
      else if (connection !== undefined) target.pool.give(connection, keepMs);
    });
    outgoing.end(request.body);
  });
}

/** Node calls `connect` unless something else answers the request. */
function open(
  request: GraphRequest,
  target: Target,
  connect: (given: (connection: Connection) => void) => void,
): ClientRequest {
  const { method, url, headers } = request;
  const { proxyAuthorization } = target;
  const options: RequestOptions = {
    protocol: target.protocol,
    hostname: target.hostname,
    port: target.port,
    method,
    // As it was given: a parsed URL would print some characters of an opaque nextLink in another way.
    path: url.slice(target.pathFrom),
    headers: {
      // Who it is, for whoever reads the service's logs; a caller may say more.
      "user-agent": "graph-sync",
      ...headers,
      "accept-encoding": "gzip, br",
      ...framing(request),
      ...(proxyAuthorization === undefined ? {} : { "proxy-authorization": proxyAuthorization }),
    },
    createConnection: (_, done) => {
      connect(({ socket }) => done(null, socket));
      return undefined;
    },
  };
  return target.secure ? https.request(options) : http.request(options);
}

/** A write without a body says so: some servers wait for one. */
function framing({ method, body }: GraphRequest): { readonly "content-length"?: string } {
  if (body !== undefined) return { "content-length": String(Buffer.byteLength(body)) };
  return method === "GET" || method === "DELETE" ? {} : { "content-length": "0" };
}

/** How long the service keeps the connection once it is idle, a second less since its clock began earlier. */
function keptFor(status: number, keepAlive: string | undefined): number {
  // Graph wants retries of these on a new connection: https://learn.microsoft.com/graph/best-practices-concept
  if (status === 503 || status === 504) return 0;
  const [, seconds] = /\btimeout=(\d{1,9})/i.exec(keepAlive ?? "") ?? [];
  return seconds === undefined ? Infinity : Number(seconds) * 1000 - 1000;
}
