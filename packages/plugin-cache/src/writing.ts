import type { Send } from "@graph-sync/core";
import { accessOf, type Place } from "./place.ts";
import { tagsOfWrite } from "./tags.ts";

/**
 * Writes go through, and drop what they make stale: before, so that nobody is given what is about to be wrong, and
 * again afterwards, because a read that came between may have seen the state before the write. That it failed is no
 * proof that nothing changed.
 */
export function writing(place: Place): Send {
  const { next, host, shelf, identity } = place;
  return async (request) => {
    const tags = tagsOfWrite(request, identity);
    if (tags.length === 0) return next(request);
    const access = accessOf(place);
    const drop = (): Promise<void> | undefined => shelf.drop(tags, { now: host.clock.monotonic(), access });
    void drop();
    try {
      const response = await next(request);
      // Other processes hear of it before the caller does, where the store is quick enough.
      await drop();
      return response;
    } catch (error) {
      void drop();
      throw error;
    }
  };
}
