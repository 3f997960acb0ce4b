import { type Host, isAuthError, systemHost, type TokenSource } from "@graph-sync/core";

/** "No matching federated identity record found for presented assertion." */
const notYetKnown = 70021;
const longestMs = 300_000;
const stepMs = 10_000;

/** A source that asks again while a new federated credential is not known everywhere. */
export function patient(source: TokenSource, { clock }: Host = systemHost): TokenSource {
  return Object.freeze({
    ...source,
    async getToken(request) {
      const until = clock.monotonic() + longestMs;
      for (;;) {
        try {
          return await source.getToken(request);
        } catch (error) {
          const waits = isAuthError(error) && error.codes.includes(notYetKnown);
          if (!waits || clock.monotonic() + stepMs > until) throw error;
          await clock.sleep(stepMs, request.signal);
        }
      }
    },
  } satisfies TokenSource);
}
