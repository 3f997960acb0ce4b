import type { OptionBag } from "./option.ts";

/** What core counts of one call. It is the one mutable thing on a request, and core alone writes it. */
export interface CallRecord {
  /** The address that core made or checked; below the plugins only another one is checked again. */
  readonly url: string;
  /** Requests handed to the transport so far. */
  attempts: number;
  /** Of these, the ones not yet answered; not counted while their transport holds them back. */
  inFlight: number;
}

/** Where the record of a call is in its options; no other copy of this package has a use for it. */
export const callRecord: symbol = Symbol("graph-sync.call");

/** The record of a call; a new one, which trusts no address, where a plugin made up a request of its own. */
export function recordOf(options: OptionBag): CallRecord {
  // The caller alone has the key, and stores nothing else under it.
  return (options[callRecord] as CallRecord | undefined) ?? { url: "", attempts: 0, inFlight: 0 };
}
