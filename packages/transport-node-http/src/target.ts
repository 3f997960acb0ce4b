import type { Route } from "./dial.ts";
import { type Pool } from "./pool.ts";
import { hostOf, portOf, type ProxyFor } from "./proxy.ts";

/** Where requests to one origin go: what of their options is the same each time, and the connections. */
export interface Target {
  readonly secure: boolean;
  readonly protocol: string;
  readonly hostname: string;
  readonly port: number;
  /** How much of an address the request line leaves out: nothing of it for a proxy that is asked in full. */
  readonly pathFrom: number;
  /** What a proxy that is asked in full wants of us. */
  readonly proxyAuthorization: string | undefined;
  readonly pool: Pool;
}

/** The targets of a transport, made when the first request to an origin comes. */
export interface Targets {
  /** @throws InvalidRequestError where the environment names a proxy that is none */
  of(url: string): Target;
  /** Ends all connections. */
  close(): void;
}

export function targets(proxyFor: ProxyFor, open: (route: Route) => Pool): Targets {
  const known = new Map<string, Target>();

  function target(origin: string): Target {
    const url = new URL(origin);
    const secure = url.protocol === "https:";
    const proxy = proxyFor(url);
    const end = { secure, hostname: hostOf(url), port: portOf(url) };
    const inFull = proxy !== undefined && !secure;
    return {
      ...end,
      protocol: url.protocol,
      pathFrom: inFull ? 0 : origin.length,
      proxyAuthorization: inFull ? proxy.authorization : undefined,
      pool: open({ ...end, origin, proxy }),
    };
  }

  return {
    of(url) {
      const origin = url.slice(0, url.indexOf("/", "https://".length));
      let found = known.get(origin);
      if (found === undefined) known.set(origin, (found = target(origin)));
      return found;
    },
    close() {
      for (const { pool } of known.values()) pool.close();
    },
  };
}
