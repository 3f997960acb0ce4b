import http from "node:http";
import { isIPv6, type Socket } from "node:net";
import { TransportError } from "@graph-sync/core";
import type { Proxy } from "./proxy.ts";

/** Asks a proxy for a way through to a host, and gives the connection that then ends there. */
export function tunnel(
  socket: Socket,
  { hostname, port }: { readonly hostname: string; readonly port: number },
  { origin, authorization }: Proxy,
  signal: AbortSignal,
): Promise<Socket> {
  const authority = `${isIPv6(hostname) ? `[${hostname}]` : hostname}:${port}`;
  return new Promise((resolve, reject) => {
    const request = http.request({
      method: "CONNECT",
      path: authority,
      createConnection: () => socket,
      // Nothing of the request that waits for this way is in it: no token, no id, no path.
      headers: {
        host: authority,
        connection: "keep-alive",
        ...(authorization === undefined ? {} : { "proxy-authorization": authorization }),
      },
    });
    const settle = (): void => signal.removeEventListener("abort", abort);
    const fail = (error: unknown): void => {
      settle();
      reject(error);
      request.destroy();
      socket.destroy();
    };
    const abort = (): void => fail(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    request.on("error", fail);
    request.on("close", () => fail(refusal("it closed the connection")));
    request.on("connect", (response, connected: Socket, early) => {
      const status = response.statusCode ?? 0;
      if (status < 200 || status > 299) return fail(refusal(`it answered ${status}${advice[status] ?? ""}`));
      // The service speaks second: what comes before we spoke is from somebody else.
      if (early.length > 0) return fail(refusal("it sent bytes that nobody asked for"));
      settle();
      request.removeAllListeners("close");
      resolve(connected);
    });
    request.end();
    if (signal.aborted) abort();
  });

  function refusal(what: string): TransportError {
    return new TransportError(`${origin}: no way through to ${authority}, ${what}.`, {
      code: "ERR_REFUSED",
      sent: "none",
    });
  }
}

const advice: Readonly<Record<number, string>> = {
  403: ", so its rules do not allow this host",
  407: ": put the user and password that it asks for into its address",
};
