import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { destroyed, pauseUnlessClosed, written } from "../fault-server/wire.ts";
import type { Link, Toxic } from "./toxics.ts";

/** What a toxic proxy does, and how far it goes. */
export interface ToxicProxyOptions {
  /** What spoils new connections, first one first; none unless told. */
  readonly toxics?: readonly Toxic[];
  /** Connections in all, after which further ones are destroyed; 10,000 unless told. */
  readonly maxConnections?: number;
  /** Milliseconds that a connection may last; 60,000 unless told. */
  readonly maxConnectionMs?: number;
}

/** A TCP proxy between a client and a server on loopback. It knows nothing of HTTP, so TLS goes through it as well. */
export interface ToxicProxy {
  /** The target's origin with the proxy's port. */
  readonly origin: string;
  /** Connections that were opened so far. */
  readonly accepted: number;
  /** Connections that are open now. */
  readonly open: number;
  /** Spoils connections in this way from now on; those that are open stay as they are. */
  use(...toxics: readonly Toxic[]): void;
  /** Destroys the connections and stops listening. */
  close(): Promise<void>;
}

/**
 * Starts a proxy in front of a server on loopback.
 * @param origin where it leads to, such as a `faultServer`'s origin
 * @throws Error where that is not on loopback
 * @example
 * const proxy = await toxicProxy(server.origin, { toxics: [latency(20), slicer(7)] });
 */
export async function toxicProxy(origin: string, options: ToxicProxyOptions = {}): Promise<ToxicProxy> {
  const target = new URL(origin);
  if (!["127.0.0.1", "localhost"].includes(target.hostname)) {
    throw new Error(`A toxic proxy leads to loopback only, not to ${target.hostname}.`);
  }
  const { maxConnections = 10_000, maxConnectionMs = 60_000 } = options;
  const pairs = new Set<readonly [Socket, Socket]>();
  let toxics = options.toxics ?? [];
  let accepted = 0;

  const server = createServer({ allowHalfOpen: true }, (client) => {
    client.on("error", () => undefined);
    if (++accepted > maxConnections) return void client.destroy();
    const upstream = connect({ host: "127.0.0.1", port: Number(target.port), allowHalfOpen: true });
    upstream.on("error", () => undefined);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    const tooLong = setTimeout(() => end(), maxConnectionMs);
    const end = (): void => {
      clearTimeout(tooLong);
      pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    const directions = [pump(client, upstream, "up", toxics), pump(upstream, client, "down", toxics)];
    // Each direction ends by itself: a half-close goes through as one.
    void Promise.all(directions).then(end);
    for (const socket of pair) socket.once("close", end);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of a listening TCP server is an AddressInfo.
  const { port } = server.address() as AddressInfo;

  return {
    origin: `${target.protocol}//${target.hostname}:${port}`,
    get accepted() {
      return accepted;
    },
    get open() {
      return pairs.size;
    },
    use(...next) {
      toxics = next;
    },
    async close() {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all([stopped, ...[...pairs].flat().map(destroyed)]);
    },
  };
}

/** Carries the bytes of one direction through the toxics; an error on one side is a reset on the other. */
async function pump(from: Socket, to: Socket, direction: Link["direction"], toxics: readonly Toxic[]): Promise<void> {
  const reset = (): void => {
    for (const socket of [from, to]) socket.resetAndDestroy();
  };
  const link: Link = {
    direction,
    reset,
    pause: (ms) => pauseUnlessClosed(to, ms),
  };
  // What a socket with no encoding gives is buffers. It must stay open when its reader stops: the other direction may go on.
  let bytes = from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for (const toxic of toxics) bytes = toxic(bytes, link);
  try {
    for await (const chunk of bytes) {
      if (to.destroyed) return;
      await written(to, chunk);
    }
    to.end();
  } catch {
    reset();
  }
}
