export * from "@graph-sync/core";
export {
  documentedLimits,
  type GiveUpEvent,
  type HoldEvent,
  type Limit,
  type Limits,
  retry,
  type RetryCallOptions,
  type RetryEvent,
  retryOptions,
  type RetryOptions,
  throttle,
  type ThrottledEvent,
  type ThrottleOptions,
} from "@graph-sync/plugin-retry";
export { fetchTransport, type FetchTransportOptions } from "@graph-sync/transport-fetch";
export { createGraphSync, type GraphSyncOptions } from "./create-graph-sync.ts";
