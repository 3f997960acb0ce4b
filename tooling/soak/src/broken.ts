import { definePlugin, type Plugin } from "@graph-sync/core";
import type { TransportFactory } from "@graph-sync/testing";

/*
 * A client with one rule undone from outside, to see that the oracle notices; the product has no switch for either.
 */

/** A transport that does not look whose answer it has: without an id of ours there is nothing to compare. */
export function trusting(make: TransportFactory): TransportFactory {
  return (limits) => {
    const inner = make(limits);
    return {
      ...inner,
      send(request) {
        const headers = Object.fromEntries(
          Object.entries(request.headers).filter(([name]) => name !== "client-request-id"),
        );
        return inner.send({ ...request, headers });
      },
    };
  };
}

/** A plugin under which every write may be sent twice. */
export const repeating: Plugin = definePlugin({
  name: "repeating",
  slot: "cache",
  install: (next) => (request) =>
    next(Object.freeze({ ...request, operation: { ...request.operation, repeat: "idempotent" as const } })),
});
