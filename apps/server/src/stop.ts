import type { Server } from "node:http";

/** How long running answers may take once the server stops, in milliseconds. */
const graceMs = 25_000;

/** Takes no more connections, lets running answers end, and cuts off what is not done in time. */
export async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  // A connection that was busy when `close` was called becomes idle later, and nothing else would close it.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
