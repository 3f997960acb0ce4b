import { type Clock, systemHost, type TokenSource } from "@graph-sync/core";
import { SpanKind } from "@opentelemetry/api";
import { errorType } from "./attributes.ts";
import { fail } from "./call-span.ts";
import { recorder } from "./recorder.ts";
import { checkOptions, type TelemetryOptions } from "./telemetry-options.ts";

/** Where spans and metrics go, and what measures the time. */
export interface TokenTelemetryOptions extends TelemetryOptions {
  /** The real clock unless told. */
  readonly clock?: Pick<Clock, "monotonic">;
}

/**
 * A token source that tells how often it is asked, how long that takes and how it ends. `bearerFrom` asks it once for
 * each renewal, so these are the renewals. Nothing of the token is recorded.
 * @example
 * bearerFrom(tokenTelemetry(clientSecret({ … })))
 */
export function tokenTelemetry(source: TokenSource, options: TokenTelemetryOptions = {}): TokenSource {
  const { isIdle, tracer, instruments } = recorder(checkOptions(options));
  const clock = options.clock ?? systemHost.clock;
  return {
    ...(source.partition !== undefined && { partition: source.partition }),
    async getToken(request) {
      if (isIdle()) return source.getToken(request);
      const begun = clock.monotonic();
      const span = tracer().startSpan("token request", { kind: SpanKind.INTERNAL });
      let ending: unknown;
      try {
        return await source.getToken(request);
      } catch (error) {
        ending = error;
        throw error;
      } finally {
        const type = errorType(ending);
        const seconds = (clock.monotonic() - begun) / 1_000;
        instruments().tokenDuration.record(seconds, type === undefined ? {} : { "error.type": type });
        fail(span, ending);
        span.end();
      }
    },
  };
}
