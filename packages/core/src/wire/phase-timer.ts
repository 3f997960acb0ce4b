import { TransportError, type TransportErrorCode } from "../errors/transport-error.ts";

/** Time limits of a transport, each in milliseconds; the call's own deadline is core's. */
export interface PhaseLimits {
  /** Until there is a connection; 10,000 unless told. */
  readonly connectTimeoutMs?: number;
  /** From the connection to the headers of the answer; 60,000 unless told. */
  readonly headersTimeoutMs?: number;
  /** Between two chunks of the body; 30,000 unless told. */
  readonly idleTimeoutMs?: number;
}

export type Phase = "connect" | "headers" | "idle";

/** One timer that walks through the phases of an exchange. */
export interface PhaseTimer {
  /** Ends the phase before and starts this one; `idle` again for each chunk. */
  enter(phase: Phase): void;
  stop(): void;
}

const phases: Readonly<
  Record<Phase, { limit: keyof PhaseLimits; code: TransportErrorCode; byDefault: number; late: string }>
> = {
  connect: { limit: "connectTimeoutMs", code: "ERR_CONNECT_TIMEOUT", byDefault: 10_000, late: "no connection" },
  headers: { limit: "headersTimeoutMs", code: "ERR_HEADERS_TIMEOUT", byDefault: 60_000, late: "no answer" },
  idle: { limit: "idleTimeoutMs", code: "ERR_IDLE_TIMEOUT", byDefault: 30_000, late: "no further byte of the answer" },
};

/** Calls `expire` once, with the typed error, where a phase takes longer than its limit. */
export function phaseTimer(limits: PhaseLimits, expire: (error: TransportError) => void): PhaseTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  return {
    stop,
    enter(phase) {
      stop();
      const { limit, code, byDefault, late } = phases[phase];
      const ms = limits[limit] ?? byDefault;
      timer = setTimeout(() => {
        const sent = phase === "connect" ? "none" : "unknown";
        expire(new TransportError(`There was ${late} within ${ms} ms (${limit}).`, { kind: "timeout", code, sent }));
      }, ms);
    },
  };
}
