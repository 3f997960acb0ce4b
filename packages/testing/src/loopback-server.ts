import type { Socket } from "node:net";
import { faultServer, type FaultServer } from "./fault-server/fault-server.ts";
import type { ReceivedRequest } from "./fault-server/received-request.ts";

/** Writes an answer, or misbehaves, byte by byte. */
export type Answer = (request: ReceivedRequest, socket: Socket) => void;

/** A server on loopback whose answers are written by hand. */
export type LoopbackServer = FaultServer;

/** A `faultServer` whose script takes the bare socket: enough for a test that writes one kind of answer. */
export function loopbackServer(answer: Answer): Promise<LoopbackServer> {
  return faultServer((request, { socket }) => answer(request, socket));
}
