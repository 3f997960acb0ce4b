import { GraphFault } from "./graph-fault.ts";

/**
 * Refuses a request without a bearer token. Any token will do: the emulator cannot check one that was issued for
 * Graph, and must therefore never listen beyond the machine.
 */
export function requireBearer(authorization: string | undefined): void {
  if (authorization === undefined || !/^Bearer +[^\s]+\s*$/iu.test(authorization)) {
    throw new GraphFault(401, "InvalidAuthenticationToken", "Access token is empty.");
  }
}
