export { telemetry } from "./telemetry.ts";
export { type TelemetryOptions } from "./telemetry-options.ts";
export { tokenTelemetry, type TokenTelemetryOptions } from "./token-telemetry.ts";
