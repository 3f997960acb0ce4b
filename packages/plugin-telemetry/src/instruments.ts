import { type Counter, createNoopMeter, type Histogram, type MeterProvider, metrics } from "@opentelemetry/api";
import { scope } from "./telemetry-options.ts";

/** The metrics of this package; the first one is as OpenTelemetry's conventions for HTTP clients have it. */
export interface Instruments {
  /** Whether anybody hears what they are told. */
  readonly isRecorded: boolean;
  /** Each attempt, in seconds. */
  readonly requestDuration: Histogram;
  /** Each call, waits included, in seconds. */
  readonly callDuration: Histogram;
  /** Requests that a call sent. */
  readonly callAttempts: Histogram;
  /** Time that calls waited because the service throttles or a limit is near, in seconds. */
  readonly throttled: Histogram;
  /** Reads by what became of them in a cache. */
  readonly cacheReads: Counter;
  /** Each request for a token, in seconds. */
  readonly tokenDuration: Histogram;
}

/** https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpclientrequestduration */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const longSeconds = [...seconds, 30, 60, 120, 300];

/** Gives the instruments of a provider. The global one may be registered late, and until then it forgets what it is told. */
export function instrumentsOf(told: MeterProvider | undefined): () => Instruments {
  let provider: MeterProvider | undefined;
  let made: Instruments | undefined;
  return () => {
    const current = told ?? metrics.getMeterProvider();
    if (made === undefined || current !== provider) {
      provider = current;
      made = make(current);
    }
    return made;
  };
}

function make(provider: MeterProvider): Instruments {
  const meter = provider.getMeter(scope);
  const duration = (name: string, description: string, boundaries: number[]): Histogram =>
    meter.createHistogram(name, { description, unit: "s", advice: { explicitBucketBoundaries: boundaries } });
  return {
    isRecorded: meter !== createNoopMeter(),
    requestDuration: duration("http.client.request.duration", "Duration of HTTP client requests.", seconds),
    callDuration: duration("graph_sync.call.duration", "Duration of calls, waits and attempts included.", longSeconds),
    callAttempts: meter.createHistogram("graph_sync.call.attempts", {
      description: "Requests that a call sent; 0 where a cache answered.",
      unit: "{request}",
      advice: { explicitBucketBoundaries: [0, 1, 2, 3, 4, 5, 10] },
    }),
    throttled: duration("graph_sync.throttle.duration", "Time that calls waited for a limit.", longSeconds),
    cacheReads: meter.createCounter("graph_sync.cache.reads", {
      description: "Reads by what became of them in the cache.",
      unit: "{read}",
    }),
    tokenDuration: duration("graph_sync.token.duration", "Duration of requests for a token.", seconds),
  };
}
