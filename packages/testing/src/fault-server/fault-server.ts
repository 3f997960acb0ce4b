import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { journalEntry, type JournalEntry } from "./journal.ts";
import { type ReceivedRequest, type RequestHead, readRequests } from "./received-request.ts";
import { destroyed, type Wire, wireOf, type WireWatch } from "./wire.ts";

/** Answers a request, or misbehaves, byte by byte. */
export type FaultScript = (request: ReceivedRequest, wire: Wire) => void | Promise<void>;

/** What a fault server does at each phase of a connection, and how far it goes. */
export interface FaultServerOptions {
  /** For each request, when it has come to its end. */
  readonly answer: FaultScript;
  /** For each connection, before a byte has come; with TLS, after the handshake. */
  readonly accept?: (connection: number, wire: Wire) => void | Promise<void>;
  /** For each request, when its headers have come and its body has not. */
  readonly head?: (head: RequestHead, wire: Wire) => void | Promise<void>;
  /** Key and certificate of a TLS server; none for plain HTTP. A test mints them for itself. */
  readonly tls?: Pick<TlsOptions, "key" | "cert" | "ca" | "requestCert" | "minVersion" | "maxVersion">;
  /** Connections in all, after which further ones are destroyed; 10,000 unless told. */
  readonly maxConnections?: number;
  /** Milliseconds that a connection may last; 60,000 unless told. */
  readonly maxConnectionMs?: number;
  /** Requests that are answered and journalled, after which their connections are destroyed; 100,000 unless told. */
  readonly maxRequests?: number;
}

/** A server on loopback that does what a script says, and writes down what happened. */
export interface FaultServer {
  /** `http://127.0.0.1:<port>`, or `https://localhost:<port>` with TLS; without a slash at the end. */
  readonly origin: string;
  /** The requests so far, oldest first. */
  readonly requests: readonly ReceivedRequest[];
  /** The same with what became of each. */
  readonly journal: readonly JournalEntry[];
  /** Connections accepted so far. */
  readonly accepted: number;
  /** Connections that are open now. */
  readonly open: number;
  /** Ends when the connection that carried this request is closed; rejects after five seconds. */
  closed(request: ReceivedRequest | undefined): Promise<void>;
  /** Destroys the connections and stops listening. Rejects with what a script threw. */
  close(): Promise<void>;
}

/**
 * Starts a server that parses requests and leaves every byte of the answers to a script. It listens on loopback only,
 * and its connections, their lives and their number have bounds.
 * @example
 * const server = await faultServer(inTurn(resetAfter("headers"), answered({ body: { value: [] } })));
 */
export async function faultServer(script: FaultScript | FaultServerOptions): Promise<FaultServer> {
  const options: FaultServerOptions = typeof script === "function" ? { answer: script } : script;
  const {
    answer,
    accept,
    head,
    tls,
    maxConnections = 10_000,
    maxConnectionMs = 60_000,
    maxRequests = 100_000,
  } = options;
  const open = new Map<number, Socket>();
  // By the client's port: a TLS connection has a socket below it, which is there before the handshake and may outlive it.
  const below = new Map<number | undefined, Socket>();
  const requests: ReceivedRequest[] = [];
  const journal: JournalEntry[] = [];
  const thrown: unknown[] = [];
  let accepted = 0;

  /** A script may throw at once or later; either is told by `close`. */
  function run(step: () => void | Promise<void>): void {
    // Inside an async function the one is like the other.
    void (async () => step())().catch((error: unknown) => thrown.push(error));
  }

  function connected(socket: Socket): void {
    if (socket.destroyed) return;
    const connection = ++accepted;
    const raw = below.get(socket.remotePort) ?? socket;
    const wire = (watch: WireWatch): Wire => wireOf(socket, raw, watch);
    socket.on("error", () => undefined);
    open.set(connection, socket);
    socket.on("close", () => open.delete(connection));
    run(() => accept?.(connection, wire(unwatched)));
    readRequests(socket, connection, {
      head: (received) => run(() => head?.(received, wire(unwatched))),
      received(request) {
        if (requests.length >= maxRequests) return void socket.destroy();
        const { entry, watch } = journalEntry(request);
        requests.push(request);
        journal.push(entry);
        run(() => answer(request, wire(watch)));
      },
    });
  }

  function arrived(socket: Socket): void {
    const { remotePort } = socket;
    // A client that goes away is what many scripts are about.
    socket.on("error", () => undefined);
    if (accepted >= maxConnections) return void socket.destroy();
    below.set(remotePort, socket);
    const tooLong = setTimeout(() => socket.destroy(), maxConnectionMs);
    socket.on("close", () => {
      clearTimeout(tooLong);
      below.delete(remotePort);
    });
  }

  const server: Server = tls === undefined ? createServer() : createTlsServer(tls);
  server.on("connection", arrived);
  server.on(tls === undefined ? "connection" : "secureConnection", connected);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a listening TCP server is an AddressInfo.
  const { port } = server.address() as AddressInfo;

  return {
    origin: tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    requests,
    journal,
    get accepted() {
      return accepted;
    },
    get open() {
      return open.size;
    },
    async closed(request) {
      for (let turn = 0; request !== undefined && open.has(request.connection); turn++) {
        if (turn === 1_000) throw new Error(`Connection ${request.connection} is still open.`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async close() {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all([stopped, ...[...below.values(), ...open.values()].map(destroyed)]);
      if (thrown.length > 0) throw thrown[0];
    },
  };
}

/** Before there is a request there is no entry to fill. */
const unwatched: WireWatch = { wrote: () => undefined, left: () => undefined, noted: () => undefined };
