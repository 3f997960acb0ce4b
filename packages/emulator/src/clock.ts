/** Where the emulator gets the time from; a test hands in its own. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** The clock of the machine, and the only place in this package that reads it. */
export const systemClock: Clock = { now: () => Date.now() };
