import type { TransportFactory } from "@graph-sync/testing";

/**
 * A fault that well-known clients fail when it is tried on them over a real socket, and what is right; the title is both.
 */
export interface PeerFault {
  readonly id: `P${number}`;
  readonly title: string;
  run(make: TransportFactory): Promise<void>;
}
