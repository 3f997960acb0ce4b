import {
  type BodyLimits,
  checkHeaders,
  checkLimits,
  echoCheck,
  type GraphRequest,
  type GraphResponse,
  InvalidRequestError,
  type PhaseLimits,
  resent,
  type Transport,
} from "@graph-sync/core";
import { dialer } from "./dial.ts";
import { exchange } from "./exchange.ts";
import { pool } from "./pool.ts";
import { checkCounts, type PoolOptions } from "./pool-options.ts";
import { proxyFor, type ProxyOptions } from "./proxy.ts";
import { targets } from "./target.ts";
import { secureContexts, type TlsOptions } from "./tls-options.ts";

/** Limits of bodies and times, connections, the proxy, and TLS. */
export interface NodeHttpTransportOptions extends BodyLimits, PhaseLimits, PoolOptions, ProxyOptions, TlsOptions {}

/**
 * A transport over `node:http` and `node:https` with its own pool of connections, proxies and client certificates; the
 * fastest one on Node. Redirects are never followed, and the body is read to its end under a limit.
 * @throws InvalidRequestError for options that cannot hold
 * @example
 * const graph = createClient({ transport: nodeHttpTransport(), plugins: [bearer(token)] });
 */
export function nodeHttpTransport(options: NodeHttpTransportOptions = {}): Transport {
  checkLimits(options);
  checkCounts(options);
  const contexts = secureContexts(options);
  const known = targets(proxyFor(options), (route) => pool(dialer(route, contexts), options));
  const checkEcho = echoCheck();
  let closed = false;

  return Object.freeze({
    name: "node-http",
    layer: resent,
    async send(request: GraphRequest): Promise<GraphResponse> {
      if (closed) throw new InvalidRequestError("The node-http transport is closed: make a new one.");
      checkHeaders(request.headers);
      request.signal.throwIfAborted();
      return exchange(request, known.of(request.url), options, checkEcho);
    },
    async close(): Promise<void> {
      closed = true;
      known.close();
    },
  });
}
