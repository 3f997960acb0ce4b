import type { Clock, GraphRequest, GraphResponse, Send } from "@graph-sync/core";
import { type Course, Flight } from "./flight.ts";

/** The requests of one client that are under way, at most one for a key to be joined. */
export interface Flights {
  get(key: string): Flight | undefined;
  /** Begins one, which others may join, and waits for it; what it gives goes through `land` once. */
  begin(key: string, since: number, request: GraphRequest, land: Course["land"]): Promise<GraphResponse>;
  /** The same beside a call: nobody has to wait for it, it fails nobody, and it ends at the call's deadline. */
  beginBeside(...begin: Parameters<Flights["begin"]>): void;
}

export function flights(next: Send, clock: Clock): Flights {
  const flying = new Map<string, Flight>();

  const leave = (flight: Flight): void => {
    if (flying.get(flight.key) === flight) flying.delete(flight.key);
  };

  const begin: Flights["begin"] = (key, since, request, land) => {
    const flight = new Flight(key, since, request, { next, land, leave });
    flying.set(key, flight);
    return flight.lead();
  };

  return {
    get: (key) => flying.get(key),
    begin,
    beginBeside(key, since, request, land) {
      const controller = new AbortController();
      const leftMs = request.deadline - clock.monotonic();
      const cancel =
        leftMs === Infinity
          ? undefined
          : clock.timer(Math.max(0, leftMs), () => controller.abort(new Error("The time is over.")));
      begin(key, since, Object.freeze({ ...request, signal: controller.signal }), land)
        .catch(() => undefined)
        .finally(() => cancel?.());
    },
  };
}
