import { TransportError } from "../errors/transport-error.ts";
import { systemHost } from "../pipeline/host.ts";

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

/** One timer that walks through the phases of an exchange. */
export interface PhaseTimer {
  /** Ends the phase before and starts this one; `idle` again for each chunk. */
  enter(phase: Phase): void;
  /** Ends the watch; nothing expires after it. */
  stop(): void;
}

/** How many milliseconds each phase has, and what was not there in time. */
const phases: Readonly<Record<Phase, readonly [byDefault: number, missing: string]>> = {
  connect: [10_000, "connection"],
  headers: [60_000, "answer"],
  idle: [30_000, "further byte of the answer"],
};

/**
 * Calls `expire` once, with the typed error, where a phase takes longer than its limit. Most exchanges end long before,
 * so one timer serves all phases: entering a phase writes down when it must have ended, and the timer, where it is early,
 * waits for the rest.
 */
export function phaseTimer(limits: PhaseLimits, expire: (error: TransportError) => void): PhaseTimer {
  let cancelTimer = (): void => undefined;
  let current: Phase = "connect";
  let armedFor = Infinity;
  let until = Infinity;

  function check(): void {
    const left = until - performance.now();
    cancelTimer();
    // A timer may fire a moment early, or for the limit of a phase before this one.
    if (left > 0) {
      armedFor = until;
      cancelTimer = systemHost.clock.timer(left, check);
      return;
    }
    const limit = `${current}TimeoutMs` as const;
    const message = `There was no ${phases[current][1]} within ${limits[limit] ?? phases[current][0]} ms (${limit}).`;
    // `Uppercase` is what toUpperCase does.
    const code = `ERR_${current.toUpperCase() as Uppercase<Phase>}_TIMEOUT` as const;
    expire(new TransportError(message, { code, sent: current === "connect" ? "none" : "unknown" }));
  }

  return {
    stop: () => cancelTimer(),
    enter(phase) {
      current = phase;
      until = performance.now() + (limits[`${phase}TimeoutMs`] ?? phases[phase][0]);
      if (until < armedFor) check();
    },
  };
}
