import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** The signals that ask the program to end, and what it then ends with. It stops in the same way for each. */
const endings: Readonly<Record<Name, ExitCode>> = {
  SIGHUP: exitCodes.hungUp,
  SIGINT: exitCodes.interrupted,
  SIGTERM: exitCodes.terminated,
};

type Name = "SIGHUP" | "SIGINT" | "SIGTERM";
const names: readonly Name[] = ["SIGHUP", "SIGINT", "SIGTERM"];

/** What tells of signals: the process. */
export interface Signalled {
  on(name: Name, listener: (name: Name) => void): unknown;
  off(name: Name, listener: (name: Name) => void): unknown;
}

/** How the program is asked to end. */
export interface Stop {
  /** Aborted where it was asked to. */
  readonly signal: AbortSignal;
  /** Asks it, to end with that code. */
  readonly end: (code: ExitCode) => void;
}

/** A stop by the first of the signals. A second one, of whichever kind, ends the process at once, as without a listener. */
export function stopBy(process: Signalled): Stop {
  const stop = new AbortController();
  const end = (code: ExitCode): void => stop.abort(new Ending(code));
  const asked = (name: Name): void => {
    for (const each of names) process.off(each, asked);
    end(endings[name]);
  };
  for (const name of names) process.on(name, asked);
  return { signal: stop.signal, end };
}

/** What the program ends with where it was asked to end; undefined where it was not. */
export function endedBy(signal: AbortSignal): ExitCode | undefined {
  if (!signal.aborted) return undefined;
  return signal.reason instanceof Ending ? signal.reason.exitCode : exitCodes.interrupted;
}

/** Why the signal is aborted. */
class Ending extends Error {
  override readonly name = "AbortError";
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode) {
    super("asked to end");
    this.exitCode = exitCode;
  }
}
