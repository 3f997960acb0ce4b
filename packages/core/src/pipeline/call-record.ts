import { defineOption, type OptionKey } from "./option.ts";

/** What core counts of one call. It is the one mutable thing on a request, and core alone writes it. */
export interface CallRecord {
  /** Requests handed to the transport so far. */
  attempts: number;
  /** Of these, the ones not yet answered. */
  inFlight: number;
}

export const callRecord: OptionKey<CallRecord> = defineOption("call");
