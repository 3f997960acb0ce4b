import { abortable, type Clock, type GraphRequest, type GraphResponse, type Send } from "@graph-sync/core";

/** A request under way, with the calls that wait for it. */
export interface Flight {
  /** The number of the last write when it began. */
  readonly since: number;
  readonly deadline: number;
  /** Waits for the answer. Who aborts leaves alone; when the last one has left, the request is aborted. */
  wait(signal: AbortSignal): Promise<GraphResponse>;
}

/** What becomes of the answer, once, whoever waits for it. */
export type Landing = (response: GraphResponse) => GraphResponse;

/** The requests of one client that are under way, at most one for a key to be joined. */
export interface Flights {
  get(key: string): Flight | undefined;
  /** Begins one, which those who come later join; what it gives goes through `land` once. */
  begin(key: string, since: number, request: GraphRequest, land: Landing): Flight;
  /** The same beside a call: nobody has to wait for it, it fails nobody, and it ends at the call's deadline. */
  beginBeside(...begin: Parameters<Flights["begin"]>): void;
}

export function flights(next: Send, clock: Clock): Flights {
  const flying = new Map<string, Flight>();

  const begin: Flights["begin"] = (key, since, request, land) => {
    const controller = new AbortController();
    let waiting = 0;
    const flight: Flight = {
      since,
      deadline: request.deadline,
      async wait(signal) {
        waiting += 1;
        try {
          return await abortable(response, signal);
        } finally {
          waiting -= 1;
          if (waiting === 0 && signal.aborted) {
            // Something below may not listen; the next call must not join a flight that nobody steers.
            leave();
            controller.abort(signal.reason);
          }
        }
      },
    };
    const leave = (): void => {
      if (flying.get(key) === flight) flying.delete(key);
    };
    flying.set(key, flight);
    const response = fly(Object.freeze({ ...request, signal: controller.signal }), land, leave);
    return flight;
  };

  async function fly(request: GraphRequest, land: Landing, leave: () => void): Promise<GraphResponse> {
    try {
      return land(await next(request));
    } finally {
      leave();
    }
  }

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
      begin(key, since, request, land)
        .wait(controller.signal)
        .catch(() => undefined)
        .finally(() => cancel?.());
    },
  };
}
