import { InvalidRequestError } from "../errors/invalid-request-error.ts";
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

/** A part of an exchange that has a limit of its own. */
export type Phase = "connect" | "headers" | "idle";

/** @throws InvalidRequestError for a limit that is not a number above 0; `Infinity` is one */
export function checkLimits(limits: object): void {
  for (const [name, value] of Object.entries(limits)) {
    if (!/(Ms|Bytes)$/.test(name) || value === undefined || (typeof value === "number" && value > 0)) continue;
    throw new InvalidRequestError(`${name} must be a number above 0, or Infinity; it is ${String(value)}.`);
  }
}

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

/** A longer timer would fire at once (its length is kept in 31 bits); it is armed again for the rest. */
const longestStep = 2 ** 31 - 1;

/**
 * Calls `expire` once, with the typed error, where a phase takes longer than its limit. Most exchanges end long before,
 * so one timer serves all phases: entering a phase writes down when it must have ended, and the timer, where it is early,
 * waits for the rest.
 */
export function phaseTimer(limits: PhaseLimits, expire: (error: TransportError) => void): PhaseTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Phase = "connect";
  let armedFor = Infinity;
  let until = Infinity;
  const limitOf = (phase: Phase): number => limits[phases[phase].limit] ?? phases[phase].byDefault;

  function arm(ms: number): void {
    clearTimeout(timer);
    const step = Math.min(ms, longestStep);
    armedFor = performance.now() + step;
    timer = setTimeout(check, step);
  }

  function check(): void {
    const left = until - performance.now();
    // A timer may fire a moment early.
    if (left > 1) return arm(left);
    const { limit, code, late } = phases[current];
    const sent = current === "connect" ? "none" : "unknown";
    const message = `There was ${late} within ${limitOf(current)} ms (${limit}).`;
    expire(new TransportError(message, { code, sent }));
  }

  return {
    stop: () => clearTimeout(timer),
    enter(phase) {
      current = phase;
      const ms = limitOf(phase);
      until = performance.now() + ms;
      if (until < armedFor) arm(ms);
    },
  };
}
