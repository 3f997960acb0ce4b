export * from "@graph-sync/core";
export { fetchTransport, type FetchTransportOptions } from "@graph-sync/transport-fetch";
export { createGraphSync, type GraphSyncOptions } from "./create-graph-sync.ts";
