import { pino } from "pino";

/** How much is logged; `silent` is nothing. */
export const logLevels = ["silent", "error", "warn", "info", "debug"] as const;

export type LogLevel = (typeof logLevels)[number];

/** One request and its answer. Neither a query, which may hold a person's name, nor a header, nor a body. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  readonly requestId: string | undefined;
  readonly clientRequestId: string | undefined;
}

/** Where the server says what happens, one JSON object a line. */
export interface Log {
  readonly answered: (exchange: Answered) => void;
  readonly info: (message: string) => void;
  readonly failed: (message: string, error: unknown) => void;
}

/** On stderr: stdout is the greeting's. */
export function openLog(level: LogLevel, stderr: { write(text: string): unknown }): Log {
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // Of what we log nothing has these; of an error that some library throws, who knows.
      redact: {
        paths: ["error.headers", "error.config", "error.parameters", "error.query", "error.request"],
        remove: true,
      },
      serializers: { error: pino.stdSerializers.err },
    },
    { write: (line) => void stderr.write(line) },
  );
  return {
    answered(exchange) {
      const at = exchange.status >= 500 ? "error" : "info";
      log[at](exchange, "answered");
    },
    info: (message) => log.info(message),
    failed: (message, error) => log.error({ error }, message),
  };
}
