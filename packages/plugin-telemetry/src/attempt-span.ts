import {
  definePlugin,
  emptyHeaders,
  type GraphRequest,
  type GraphResponse,
  type Plugin,
  type PluginHost,
} from "@graph-sync/core";
import { type Context, context, propagation, type Span, SpanKind, trace } from "@opentelemetry/api";
import { describing, errorType } from "./attributes.ts";
import { fail, nameOf } from "./call-span.ts";
import { type Calls, type CallState, stateOf } from "./call-state.ts";
import type { Recorder } from "./recorder.ts";

/** What a trace continues by at the other side. https://www.w3.org/TR/trace-context/ */
const traceHeaders = ["traceparent", "tracestate"] as const;

/** A span around each attempt, which is told to the service where it is the configured one. */
export function attemptSpan(calls: Calls, { isIdle, tracer, instruments, options }: Recorder): Plugin {
  return definePlugin({
    name: "telemetry-attempt",
    slot: "attempt",
    install(next, host) {
      const describe = describing(host, options);
      return (request) => {
        const state = stateOf(calls, request);
        return state === undefined && isIdle() ? next(request) : inSpan(request, state);
      };

      async function inSpan(request: GraphRequest, state: CallState | undefined): Promise<GraphResponse> {
        const { clock } = host;
        const parent = state?.context ?? context.active();
        const route = describe.route(request);
        const common = describe.common(request, route);
        const resends = state?.attempts ?? 0;
        if (state !== undefined) state.attempts += 1;
        const span = tracer().startSpan(nameOf(request, route), { kind: SpanKind.CLIENT, attributes: common }, parent);
        const inside = trace.setSpan(parent, span);
        const begun = clock.monotonic();
        let ending: unknown;
        try {
          const response = await context.with(inside, () => next(continued(request, inside, host)));
          ending = response;
          if (state !== undefined && isThrottled(response)) state.waitingSince = clock.monotonic();
          return response;
        } catch (error) {
          ending = error;
          throw error;
        } finally {
          const type = errorType(ending);
          instruments().requestDuration.record((clock.monotonic() - begun) / 1_000, {
            ...common,
            ...statusOf(ending),
            ...(type !== undefined && { "error.type": type }),
          });
          if (span.isRecording()) {
            span.setAttributes({ "url.full": describe.url(request, route), ...statusOf(ending) });
            if (resends > 0) span.setAttribute("http.request.resend_count", resends);
            if (options.ids === true) name(span, request, ending);
            fail(span, ending);
          }
          span.end();
        }
      }
    },
  });
}

/** The request with the trace in it; nobody but the configured service gets it, and nothing but the trace goes there. */
function continued(request: GraphRequest, inside: Context, { origin }: PluginHost): GraphRequest {
  if (!request.url.startsWith(`${origin}/`)) return request;
  const carrier: Record<string, string> = {};
  propagation.inject(inside, carrier);
  const told = traceHeaders.filter((header) => carrier[header] !== undefined && carrier[header] !== "");
  if (told.length === 0) return request;
  const headers = Object.assign(emptyHeaders(), request.headers);
  for (const header of told) headers[header] = carrier[header] ?? "";
  return Object.freeze({ ...request, headers: Object.freeze(headers) });
}

function isThrottled({ status }: GraphResponse): boolean {
  return status === 429;
}

function statusOf(ending: unknown): { readonly "http.response.status_code"?: number } {
  const isAnswer = typeof ending === "object" && ending !== null && !(ending instanceof Error) && "status" in ending;
  return isAnswer ? { "http.response.status_code": Number(ending.status) } : {};
}

/** What Microsoft's support asks for. */
function name(span: Span, request: GraphRequest, ending: unknown): void {
  const sent = request.headers["client-request-id"];
  if (sent !== undefined) span.setAttribute("http.request.header.client-request-id", [sent]);
  if (typeof ending !== "object" || ending === null || !("headers" in ending)) return;
  // Only an answer has headers.
  const received = (ending as GraphResponse).headers["request-id"];
  if (received !== undefined) span.setAttribute("http.response.header.request-id", [received]);
}
