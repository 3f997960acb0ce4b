import { isAmbiguousWriteError, isGraphServiceError } from "@graph-sync/core";
import { retry } from "@graph-sync/plugin-retry";
import { answered, cut, type FaultScript } from "@graph-sync/testing";
import { expect } from "vitest";
import { connect } from "./connect.ts";
import type { PeerFault } from "./peer-fault.ts";
import { create, read } from "./rows.ts";

const failing = (status: string, retryAfter?: string): FaultScript =>
  answered({ status, headers: retryAfter === undefined ? [] : [`Retry-After: ${retryAfter}`], body: {} });

export const throttleFaults: readonly PeerFault[] = [
  {
    id: "P3",
    title:
      "429 with Retry-After: 99999999 overflows no timer: the call fails at once and says how long, or waits that long",
    async run(make) {
      const warnings: string[] = [];
      const warned = ({ name }: Error): void => void warnings.push(name);
      process.on("warning", warned);
      try {
        const { call, server, caller, host } = await connect(make, failing("429 Too Many Requests", "99999999"));
        const { error, ms } = await call(read);
        expect(isGraphServiceError(error) && error.retryAfterMs).toBe(99_999_999_000);
        expect([server.requests.length, ms]).toEqual([1, 0]);

        const { signal, abort } = aborting();
        const patient = caller.call(read, {}, { timeoutMs: Infinity, signal }).catch((reason: unknown) => reason);
        await host.clock.advance(99_998_000_000);
        expect(server.requests).toHaveLength(1);
        abort();
        expect(await patient).toMatchObject({ code: "ERR_ABORTED" });
        expect([warnings, host.clock.pending]).toEqual([[], 0]);
      } finally {
        process.off("warning", warned);
      }
    },
  },
  {
    id: "P5",
    title: "a POST that met a 503 with Retry-After: 0 is not sent again, and the error says that its fate is unknown",
    async run(make) {
      const { call, server } = await connect(make, failing("503 Service Unavailable", "0"));
      const { error } = await call(create);
      expect(isGraphServiceError(error) && [error.status, error.ambiguous]).toEqual([503, true]);
      expect(server.requests).toHaveLength(1);
    },
  },
  {
    id: "P6",
    title: "429 with Retry-After garbage, 0, -5 or a date of 2015 makes no hot loop: four attempts, seconds apart",
    async run(make) {
      for (const value of ["garbage", "0", "-5", "Thu, 01 Jan 2015 00:00:00 GMT"]) {
        const { call, server } = await connect(make, failing("429 Too Many Requests", value), {
          plugins: [retry()],
          random: [0.5],
        });
        const { error, ms } = await call(read);
        expect(isGraphServiceError(error) && error.retryAfterMs).toBeUndefined();
        expect(server.requests).toHaveLength(4);
        // Half of 1, 2 and 4 seconds.
        expect(ms).toBeGreaterThanOrEqual(3_500);
      }
    },
  },
  {
    id: "P7",
    title: "a POST is sent once, whatever 5xx or broken connection it meets",
    async run(make) {
      const statuses = [
        "500 Internal Server Error",
        "502 Bad Gateway",
        "503 Service Unavailable",
        "504 Gateway Timeout",
      ];
      for (const script of [
        ...statuses.map((status) => failing(status, "0")),
        cut("before headers"),
        cut("in body", "end"),
      ]) {
        const { call, server } = await connect(make, script);
        const { error } = await call(create);
        expect(isAmbiguousWriteError(error) || (isGraphServiceError(error) && error.ambiguous), String(error)).toBe(
          true,
        );
        expect(server.requests).toHaveLength(1);
      }
    },
  },
];

function aborting(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
