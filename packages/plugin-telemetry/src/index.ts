import { definePlugin, type Plugin } from "@graph-sync/core";

export interface TelemetryOptions {
  /** Called after each answer, whatever its status. */
  readonly onAnswer: (operationId: string, status: number) => void;
}

/** Tells which operation was answered how. Configuration: `options`; client and request: nothing is kept. */
export function telemetry({ onAnswer }: TelemetryOptions): Plugin {
  return definePlugin({
    name: "telemetry",
    slot: "observe",
    install: (next) => async (request) => {
      const response = await next(request);
      onAnswer(request.operation.id, response.status);
      return response;
    },
  });
}
