import type { TransportFactory } from "@graph-sync/testing";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";

/** Every transport of this project, by name; what holds for one must hold for all. */
export const transports: readonly (readonly [string, TransportFactory])[] = [
  ["fetch", fetchTransport],
  ["node-http", nodeHttpTransport],
];
