import { InvalidRequestError } from "@graph-sync/core";
import type { MeterProvider, TracerProvider } from "@opentelemetry/api";

/** What is recorded, and by whom. */
export interface TelemetryOptions {
  /** Where spans go; the global one unless told, also where it is registered later. */
  readonly tracerProvider?: TracerProvider;
  /** Where metrics go; the global one unless told, also where it is registered later. */
  readonly meterProvider?: MeterProvider;
  /**
   * Whether spans show ids: those in addresses, and `request-id` and `client-request-id`, which Microsoft's support asks for. False
   * unless told. Metrics never show them.
   */
  readonly ids?: boolean;
  /** Whether spans show the values of query options, which may name people. False unless told. */
  readonly query?: boolean;
}

/** @throws InvalidRequestError */
export function checkOptions(options: TelemetryOptions): TelemetryOptions {
  for (const name of ["ids", "query"] as const) {
    const value: unknown = options[name];
    if (value !== undefined && typeof value !== "boolean")
      throw new InvalidRequestError(`telemetry: ${name} must be true or false, not a ${typeof value}.`);
  }
  return options;
}

/** What spans and metrics of this package are grouped under. */
export const scope = "@graph-sync/plugin-telemetry";
