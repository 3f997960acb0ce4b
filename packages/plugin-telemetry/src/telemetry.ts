import type { Plugins } from "@graph-sync/core";
import { attemptSpan } from "./attempt-span.ts";
import { callSpan } from "./call-span.ts";
import type { Calls } from "./call-state.ts";
import { recorder } from "./recorder.ts";
import { checkOptions, type TelemetryOptions } from "./telemetry-options.ts";
import { waiting } from "./waiting.ts";

/**
 * Spans and metrics of OpenTelemetry: a span for each call, one for each attempt in it, and what they cost and waited. Routes
 * are named by the contract, so there are few names; ids, query values, bodies and headers are not recorded. Where no SDK
 * is registered it does next to nothing. Put it first in the list of plugins.
 *
 * Configuration: tracer and instruments. Client: the server's name. Request: the spans.
 * @throws InvalidRequestError for a bad option
 * @example
 * const graph = createClient({ transport: fetchTransport(), plugins: [telemetry(), bearer(token), retry(), throttle()] });
 */
export function telemetry(options: TelemetryOptions = {}): Plugins {
  const calls: Calls = new WeakMap();
  const to = recorder(checkOptions(options));
  return [callSpan(calls, to), ...waiting(calls), attemptSpan(calls, to)];
}
