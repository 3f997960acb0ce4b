import { definePlugin, type GraphRequest, type GraphResponse, type Plugin } from "@graph-sync/core";
import { context, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { type Describe, describing, errorType } from "./attributes.ts";
import type { Calls, CallState } from "./call-state.ts";
import type { Recorder } from "./recorder.ts";

/** A span around each call, whatever happens below: waits, repeats, answers from a cache. */
export function callSpan(calls: Calls, { isIdle, tracer, instruments, options }: Recorder): Plugin {
  return definePlugin({
    name: "telemetry",
    slot: "observe",
    install(next, host) {
      const describe = describing(host, options);
      return (request) => (isIdle() ? next(request) : inSpan(request));

      async function inSpan(request: GraphRequest): Promise<GraphResponse> {
        const begun = host.clock.monotonic();
        const route = describe.route(request);
        const span = tracer().startSpan(nameOf(request, route), { kind: SpanKind.INTERNAL });
        const inside = trace.setSpan(context.active(), span);
        const state: CallState = { context: inside, attempts: 0, waitingSince: undefined, throttledMs: 0 };
        calls.set(request.options, state);
        let ending: unknown;
        try {
          const response = await context.with(inside, () => next(request));
          ending = response;
          return response;
        } catch (error) {
          ending = error;
          throw error;
        } finally {
          measure(request, state, ending, (host.clock.monotonic() - begun) / 1_000);
          if (span.isRecording()) describeCall(span, describe, request, route, state, ending);
          span.end();
        }
      }
    },
  });

  function measure({ operation }: GraphRequest, state: CallState, ending: unknown, seconds: number): void {
    const { callDuration, callAttempts, throttled, cacheReads } = instruments();
    const type = errorType(ending);
    const attributes = { "graph_sync.operation": operation.id, ...(type !== undefined && { "error.type": type }) };
    callDuration.record(seconds, attributes);
    callAttempts.record(state.attempts, attributes);
    if (state.throttledMs > 0) throttled.record(state.throttledMs / 1_000, attributes);
    const outcome = outcomeOf(ending);
    if (outcome !== undefined)
      cacheReads.add(1, { "graph_sync.operation": operation.id, "graph_sync.cache.outcome": outcome });
  }
}

function describeCall(
  span: Span,
  describe: Describe,
  request: GraphRequest,
  route: string | undefined,
  { attempts, throttledMs }: CallState,
  ending: unknown,
): void {
  span.setAttributes({ ...describe.common(request, route), "graph_sync.call.attempts": attempts });
  if (throttledMs > 0) span.setAttribute("graph_sync.throttle.duration", throttledMs / 1_000);
  const outcome = outcomeOf(ending);
  if (outcome !== undefined) span.setAttribute("graph_sync.cache.outcome", outcome);
  fail(span, ending);
}

/** Marks a span as failed; without the error's text, which may hold ids. */
export function fail(span: Span, ending: unknown): void {
  const type = errorType(ending);
  if (type === undefined) return;
  span.setAttribute("error.type", type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

export function nameOf({ method }: GraphRequest, route: string | undefined): string {
  return route === undefined ? method : `${method} ${route}`;
}

function outcomeOf(ending: unknown): GraphResponse["cache"] {
  // An answer has a status; an error has none of our marks.
  return typeof ending === "object" && ending !== null && "status" in ending
    ? (ending as GraphResponse).cache
    : undefined;
}
