export { documentedLimits, type Limit, type Limits } from "./limits.ts";
export { retry } from "./retry.ts";
export {
  type GiveUpEvent,
  type RetryCallOptions,
  type RetryEvent,
  retryOptions,
  type RetryOptions,
} from "./retry-options.ts";
export { throttle } from "./throttle.ts";
export { type HoldEvent, type ThrottledEvent, type ThrottleOptions } from "./throttle-options.ts";
