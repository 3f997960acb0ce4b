import { type Tracer, trace } from "@opentelemetry/api";
import { type Instruments, instrumentsOf } from "./instruments.ts";
import { scope, type TelemetryOptions } from "./telemetry-options.ts";

/** Where spans and metrics go. */
export interface Recorder {
  readonly tracer: () => Tracer;
  readonly instruments: () => Instruments;
  readonly options: TelemetryOptions;
}

export function recorder(options: TelemetryOptions): Recorder {
  // The global tracer of OpenTelemetry's API passes on to whatever is registered, also later.
  const tracer = (options.tracerProvider ?? trace).getTracer(scope);
  return { tracer: () => tracer, instruments: instrumentsOf(options.meterProvider), options };
}
