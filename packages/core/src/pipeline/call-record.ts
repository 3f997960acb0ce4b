import { defineOption, type OptionKey } from "./option.ts";

/** What core counts of one call. It is the one mutable thing on a request, and core alone writes it. */
export interface CallRecord {
  /** The address that core made or checked; below the plugins only another one is checked again. */
  readonly url: string;
  /** Requests handed to the transport so far. */
  attempts: number;
  /** Of these, the ones not yet answered; not counted while their transport holds them back. */
  inFlight: number;
}

export const callRecord: OptionKey<CallRecord> = defineOption("call");
