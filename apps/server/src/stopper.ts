import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** How long running answers may take once the server stops, in milliseconds. */
const graceMs = 25_000;

/**
 * Watches a server from its start, and answers what stops it: no more connections are taken, running answers end, and
 * what is not done in time is cut off. A connection without an answer under way is cut at once, also one on which
 * nothing was ever sent: Node takes that one for busy, and one without a TLS handshake it does not list at all.
 */
export function stopper(server: Server): () => Promise<void> {
  const connections = new Set<Socket>();
  const running = new Set<ServerResponse>();
  let stopping = false;

  server.on("connection", (socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  server.on("request", (_, response) => {
    running.add(response);
    response.once("close", () => {
      running.delete(response);
      if (stopping && running.size === 0) cut();
    });
  });
  return async () => {
    stopping = true;
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    if (running.size === 0) cut();
    const limit = setTimeout(cut, graceMs);
    await closed;
    clearTimeout(limit);
  };

  function cut(): void {
    for (const socket of connections) socket.destroy();
  }
}
