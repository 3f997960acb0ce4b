import {
  type Clock,
  definePlugin,
  type GraphRequest,
  type GraphResponse,
  isTransportError,
  type Plugin,
  type Send,
} from "@graph-sync/core";
import { gate } from "./gate.ts";
import { heldBack } from "./held-back.ts";
import { checkLimits, limitRule } from "./limits.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { perIdentity } from "./per-identity.ts";
import { checkObservers, type HoldEvent, type ThrottleOptions, throttledEvent } from "./throttle-options.ts";
import { type Leave, type Outcome, type Turnstile, turnstile } from "./turnstile.ts";

/** Microsoft warns that starting a job over and over can stop it. */
const onceAtATime: ReadonlySet<string> = new Set(["jobs.start"]);

/** A door on the way of a request, and why it may be shut. */
interface Door extends Pick<Turnstile, "pass"> {
  readonly reason: HoldEvent["reason"];
}

/**
 * Holds requests back before the service has to refuse them: all of an identity after a 429 or near a limit, single
 * operations at their documented limits, and a second start of a job until the first was answered. Who waits is served
 * in order. A request that would wait past its deadline is answered at once, with a 429 that was never on the wire.
 *
 * Configuration: the doors of the identities. Client: its identity's doors. Request: its way through them.
 * @throws InvalidRequestError for a bad limit
 * @example
 * const graph = createClient({ transport: fetchTransport(), plugins: [bearer(token), retry(), throttle()] });
 */
export function throttle(options: ThrottleOptions = {}): Plugin {
  const limits = checkLimits(options.limits ?? {});
  checkObservers(options);

  const doorsOf = perIdentity((host) => {
    const shared: Door = { ...turnstile(host.clock, gate(host)), reason: "throttled" };
    const single: Door = { ...oneAtATime(host.clock), reason: "one-at-a-time" };
    const limited = new Map<string, Door>(
      [...limits].map(([id, limit]) => [
        id,
        { ...turnstile(host.clock, limitRule(limit, host.clock)), reason: "limit" },
      ]),
    );
    return (id: string): readonly Door[] => {
      const own = limited.get(id);
      return [...(onceAtATime.has(id) ? [single] : []), ...(own === undefined ? [] : [own]), shared];
    };
  });

  return definePlugin({
    name: "throttle",
    slot: "throttle",
    install(next, host) {
      const doors = doorsOf(host);
      return (request) => through(doors(request.operation.id), request, next, options, host.clock);
    },
  });
}

/** Through all doors, and out of them in reverse, whatever happens between. */
async function through(
  doors: readonly Door[],
  request: GraphRequest,
  next: Send,
  { onHold, onThrottled }: ThrottleOptions,
  clock: Clock,
): Promise<GraphResponse> {
  const leaves: Leave[] = [];
  let outcome: Outcome = "unsent";
  try {
    for (const { pass, reason } of doors) {
      const turn = await pass(request, () => onHold?.({ operation: request.operation.id, reason }));
      if (typeof turn === "number") return heldBack(request.operation, turn);
      leaves.push(turn);
    }
    outcome = "failed";
    outcome = await next(request);
    if (outcome.status === 429) onThrottled?.(throttledEvent(request, outcome, clock));
    return outcome;
  } catch (error) {
    if (isTransportError(error) && error.sent === "none") outcome = "unsent";
    throw error;
  } finally {
    for (const leave of leaves.reverse()) leave(outcome);
  }
}
