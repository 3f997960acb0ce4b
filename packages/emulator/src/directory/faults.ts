import { GraphFault } from "../http/graph-fault.ts";

/** A request that the directory, unlike the synchronization service, refuses under this code. */
export function directoryFault(message: string): GraphFault {
  return new GraphFault(400, "Request_BadRequest", message);
}
