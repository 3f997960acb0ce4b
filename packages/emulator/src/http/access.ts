import { createHash, timingSafeEqual } from "node:crypto";
import { GraphFault } from "./graph-fault.ts";

/**
 * Refuses a request without a bearer token, or with another one than these. Without any, every token will do: the emulator
 * cannot check one that was issued for Graph, and must then never listen beyond the machine.
 */
export function bearerCheck(tokens: readonly string[] | undefined): (authorization: string | undefined) => void {
  const digests = tokens?.map(digestOf);
  return (authorization) => {
    const token = /^Bearer +(?<token>[^\s]+)\s*$/iu.exec(authorization ?? "")?.groups?.["token"];
    if (token === undefined) throw new GraphFault(401, "InvalidAuthenticationToken", "Access token is empty.");
    if (digests === undefined) return;
    // Of the same length, and each compared to its end: the time tells nothing of a token.
    const digest = digestOf(token);
    if (digests.filter((one) => timingSafeEqual(one, digest)).length === 0) {
      throw new GraphFault(401, "InvalidAuthenticationToken", "Access token validation failure.");
    }
  };
}

function digestOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
