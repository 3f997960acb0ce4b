import type { Clock } from "@graph-sync/core";

/** What identifies one request and its answer. */
export interface Marks {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** What the router hands on with each request. */
export interface Marked {
  readonly Bindings: { readonly marks: Marks };
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** Marks for one request: a fresh `request-id`, and the caller's `client-request-id` where it is a GUID. */
export function marksFor(clientRequestId: string | undefined, clock: Pick<Clock, "now">): Marks {
  const requestId = crypto.randomUUID();
  return {
    now: clock.now(),
    requestId,
    clientRequestId: clientRequestId !== undefined && guid.test(clientRequestId) ? clientRequestId : requestId,
  };
}

/** The headers that every answer has, errors too. */
export function stampOf(marks: Marks): Record<string, string> {
  return {
    "request-id": marks.requestId,
    "client-request-id": marks.clientRequestId,
    date: new Date(marks.now).toUTCString(),
    // Kept by nobody, unless its operation says that a client may keep it.
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
}
