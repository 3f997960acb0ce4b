import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, type SecureContext } from "node:tls";
import { isTransportError, networkFailure, TransportError } from "@graph-sync/core";
import type { Dial } from "./pool.ts";
import type { Proxy } from "./proxy.ts";
import type { SecureContexts } from "./tls-options.ts";
import { tunnel } from "./tunnel.ts";

/** One end of a connection. */
export interface Endpoint {
  readonly secure: boolean;
  /** An IPv6 address without brackets. */
  readonly hostname: string;
  readonly port: number;
}

/** Where a connection leads, and what is between. */
export interface Route extends Endpoint {
  /** For errors. */
  readonly origin: string;
  readonly proxy: Proxy | undefined;
}

/**
 * Opens connections for a route: to the service itself; to the proxy, which is asked for each `http:` address in full;
 * or through the proxy by CONNECT (RFC 9110 §9.3.6), so that it sees host, port and its own credentials, and no more.
 */
export function dialer({ proxy, ...target }: Route, contexts: SecureContexts): Dial {
  const secured = securing(target, contexts.service);
  if (proxy === undefined) {
    return async (signal) => {
      const socket = await plain(target, signal);
      return target.secure ? secured(socket, signal) : socket;
    };
  }
  const securedProxy = securing(proxy, contexts.proxy);
  const toProxy: Dial = async (signal) => {
    const socket = await plain(proxy, signal);
    return proxy.secure ? securedProxy(socket, signal) : socket;
  };
  return async (signal) => {
    let socket: Socket;
    try {
      socket = await toProxy(signal);
      if (target.secure) socket = await tunnel(socket, target, proxy, signal);
    } catch (error) {
      throw throughProxy(error, proxy, target.origin);
    }
    return target.secure ? secured(socket, signal) : socket;
  };
}

/** The proxy's failure is named as its own; its address is without credentials here. */
function throughProxy(error: unknown, proxy: Proxy, origin: string): unknown {
  const failure = networkFailure(error, { url: `${proxy.origin}/`, answered: false, connected: false });
  if (!isTransportError(failure)) return failure;
  const { code, sent, cause, message } = failure;
  return new TransportError(`On the way to ${origin}, proxy ${message}`, { code, sent, cause });
}

function plain({ hostname, port }: Endpoint, signal: AbortSignal): Promise<Socket> {
  const socket = connectTcp({ host: hostname, port, noDelay: true, keepAlive: true, keepAliveInitialDelay });
  return established(socket, "connect", signal);
}

/** When the operating system begins to ask a silent peer whether it is still there. */
const keepAliveInitialDelay = 15_000;

/** Puts TLS on a connection. The last session is kept, which makes the next handshake shorter. */
function securing(
  { hostname }: Endpoint,
  context: () => SecureContext,
): (socket: Socket, signal: AbortSignal) => Promise<Socket> {
  let session: Buffer | undefined;
  return async (socket, signal) => {
    const secure = connectTls({
      socket,
      // What the certificate must name; an address is no server name (RFC 6066 §3).
      host: hostname,
      ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
      ...(session === undefined ? {} : { session }),
      secureContext: context(),
      // Said here, so that NODE_TLS_REJECT_UNAUTHORIZED does not say otherwise.
      rejectUnauthorized: true,
      ALPNProtocols: ["http/1.1"],
    });
    secure.on("session", (fresh) => (session = fresh));
    try {
      return await established(secure, "secureConnect", signal);
    } catch (error) {
      session = undefined;
      throw error;
    }
  };
}

/** Waits until a socket says that it is there. One that fails or is not waited for any longer is destroyed. */
function established<Kind extends Socket>(
  socket: Kind,
  event: "connect" | "secureConnect",
  signal: AbortSignal,
): Promise<Kind> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      signal.removeEventListener("abort", abort);
      socket.off(event, done).off("close", closed);
    };
    const done = (): void => {
      settle();
      resolve(socket);
    };
    // It stays: whoever has the socket next has listeners of its own, and an error between the two must not go unheard.
    const fail = (error: unknown): void => {
      settle();
      reject(error);
      socket.destroy();
    };
    const closed = (): void => fail(new Error("The connection was closed."));
    const abort = (): void => fail(signal.reason);
    socket.once(event, done).on("error", fail).once("close", closed);
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) abort();
  });
}
