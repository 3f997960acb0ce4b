import { abortable, type Clock, type GraphRequest, type GraphResponse, type Send } from "@graph-sync/core";

/** A request under way, with the calls that wait for it. */
export interface Flight {
  /** The number of the last write when it began. */
  readonly since: number;
  readonly deadline: number;
  /** Whether its request was aborted, so that what comes of it says nothing. */
  isAborted(): boolean;
  /** Waits for the answer, together with the call that began it. Who aborts leaves alone. */
  join(signal: AbortSignal): Promise<GraphResponse>;
}

/** What becomes of the answer, once, whoever waits for it. */
export type Landing = (response: GraphResponse) => GraphResponse;

/** The requests of one client that are under way, at most one for a key to be joined. */
export interface Flights {
  get(key: string): Flight | undefined;
  /**
   * Begins one, which those who come later may join, and waits for it; what it gives goes through `land` once. When the
   * last call that waits has aborted, the request is aborted.
   */
  begin(key: string, since: number, request: GraphRequest, land: Landing): Promise<GraphResponse>;
  /** The same beside a call: nobody has to wait for it, it fails nobody, and it ends at the call's deadline. */
  beginBeside(...begin: Parameters<Flights["begin"]>): void;
}

export function flights(next: Send, clock: Clock): Flights {
  const flying = new Map<string, Flight>();

  const begin: Flights["begin"] = async (key, since, request, land) => {
    const { signal, deadline } = request;
    let waiting = 1;
    // A signal is the most expensive thing on the way, so a request that nobody shares has that of its call.
    let controller: AbortController | undefined;

    const leave = (): void => {
      if (flying.get(key) === flight) flying.delete(key);
    };

    async function answered(): Promise<GraphResponse> {
      try {
        // Equal reads of this turn of the event loop have joined after it.
        await undefined;
        if (waiting > 1) controller = new AbortController();
        return land(
          await next(controller === undefined ? request : Object.freeze({ ...request, signal: controller.signal })),
        );
      } finally {
        leave();
      }
    }

    async function waited(by: AbortSignal): Promise<GraphResponse> {
      try {
        return await abortable(answer, by);
      } finally {
        waiting -= 1;
        if (waiting === 0 && by.aborted) {
          // Something below may not listen; the next call must not join a flight that nobody steers.
          leave();
          controller?.abort(by.reason);
        }
      }
    }

    const flight: Flight = {
      since,
      deadline,
      isAborted: () => (controller?.signal ?? signal).aborted,
      join(by) {
        waiting += 1;
        return waited(by);
      },
    };
    flying.set(key, flight);
    const answer = answered();
    await undefined;
    return controller === undefined ? answer : waited(signal);
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
