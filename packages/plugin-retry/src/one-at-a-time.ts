import type { Clock, GraphRequest } from "@graph-sync/core";
import { type Turnstile, turnstile } from "./turnstile.ts";

/** A door for each thing that requests are about, through which one request goes at a time. Only doors in use are kept. */
export function oneAtATime(clock: Clock): Turnstile {
  const doors = new Map<string, Turnstile>();

  function open(key: string): Turnstile {
    let busy = false;
    const door = turnstile(clock, {
      opensAt: () => (busy ? Infinity : -Infinity),
      enter() {
        busy = true;
        return () => {
          busy = false;
          if (door.isIdle()) doors.delete(key);
        };
      },
    });
    doors.set(key, door);
    return door;
  }

  return {
    pass(request, onWait) {
      request.signal.throwIfAborted();
      const key = keyOf(request);
      return (doors.get(key) ?? open(key)).pass(request, onWait);
    },
    isIdle: () => doors.size === 0,
  };
}

/** The operation and the ids in its path, in whatever order they were given. */
function keyOf({ operation, params }: GraphRequest): string {
  const ids = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([operation.id, ids]);
}
