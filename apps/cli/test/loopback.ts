import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { onTestFinished } from "vitest";

/** Puts a fetch behind a real socket until the test ends, and gives its origin. */
export function serving(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
  const listener = getRequestListener((request) => fetch(request));
  return listening((request, response) => void listener(request, response));
}

/** A server on a free loopback port until the test ends; gives its origin. */
export async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return originOf(server);
}

/** An origin on loopback at which nobody listens: its port was free a moment ago. */
export async function refusing(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = originOf(server);
  await new Promise((resolve) => server.close(resolve));
  return origin;
}

function originOf(server: Server): string {
  // A server that listens on a TCP port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
