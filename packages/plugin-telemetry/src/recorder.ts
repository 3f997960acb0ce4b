import { propagation, type Tracer, type TracerProvider, trace } from "@opentelemetry/api";
import { type Instruments, instrumentsOf } from "./instruments.ts";
import { scope, type TelemetryOptions } from "./telemetry-options.ts";

/** Where spans and metrics go. */
export interface Recorder {
  /** Whether they go nowhere, because no SDK is registered yet: asked for each call, so that one may come late. */
  readonly isIdle: () => boolean;
  readonly tracer: () => Tracer;
  readonly instruments: () => Instruments;
  readonly options: TelemetryOptions;
}

export function recorder(options: TelemetryOptions): Recorder {
  const { tracerProvider, meterProvider } = options;
  const instruments = instrumentsOf(meterProvider);
  let provider: TracerProvider | undefined;
  let made: Tracer | undefined;
  return {
    options,
    instruments,
    isIdle: () =>
      tracerProvider === undefined && !isTraced() && !instruments().isRecorded && propagation.fields().length === 0,
    tracer() {
      const current = tracerProvider ?? trace.getTracerProvider();
      if (made === undefined || current !== provider) {
        provider = current;
        made = current.getTracer(scope);
      }
      return made;
    },
  };
}

/** The global provider of OpenTelemetry's API passes on to the one that is registered, and to nobody until then. */
function isTraced(): boolean {
  const provider: Delegating = trace.getTracerProvider();
  return provider.getDelegateTracer === undefined || provider.getDelegateTracer(scope) !== undefined;
}

type Delegating = TracerProvider & { getDelegateTracer?(name: string): Tracer | undefined };
