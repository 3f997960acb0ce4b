import assert from "node:assert/strict";
import type { PluginCase } from "../plugin-contract.ts";
import { jsonResponse } from "../scripted-transport.ts";
import { bench, hanging, listeners, rejection, settling } from "./bench.ts";

const reason = new Error("the caller's own reason");

/** The caller gives up. */
export const signalCases: readonly PluginCase[] = [
  {
    title: "sends nothing where the signal was aborted before, and rejects with its reason",
    async run(factory) {
      const { begin, given, clock } = bench(factory());
      assert.equal(await rejection(begin({ signal: AbortSignal.abort(reason) }), clock), reason);
      assert.deepEqual([given.length, clock.pending], [0, 0]);
    },
  },
  {
    title: "ends at once with the signal's reason when aborted while the answer is awaited",
    async run(factory) {
      const controller = new AbortController();
      const { begin, given, clock } = bench(factory(), { answer: hanging });
      const call = begin({ signal: controller.signal });
      // A plugin may wait before it sends.
      for (let stepMs = 1; given.length === 0 && stepMs < 1e8; stepMs *= 2) await clock.advance(stepMs);
      assert.equal(given.length, 1);
      controller.abort(reason);
      assert.equal(await rejection(call, clock), reason);
      await clock.advance(3_600_000);
      assert.deepEqual([given.length, clock.pending, listeners(controller.signal)], [1, 0, 0]);
    },
  },
  ...[429, 503].map((status): PluginCase => ({
    title: `ends at once with the signal's reason when aborted while it waits by itself after a ${status}`,
    async run(factory) {
      const { begin, given, clock } = bench(factory(), {
        answer: () => jsonResponse({}, status, { "retry-after": "30" }),
      });
      for (let call = 0; call < 3; call += 1) {
        const controller = new AbortController();
        const before = given.length;
        const begun = begin({ signal: controller.signal });
        const isSettled = settling(begun);
        await clock.advance(1);
        // A plugin that does not wait has answered by now.
        if (!isSettled()) {
          controller.abort(reason);
          assert.equal(await rejection(begun, clock), reason);
        }
        assert.deepEqual([clock.pending, listeners(controller.signal)], [0, 0]);
        assert.ok(given.length - before <= 1, "it sent again without a wait");
      }
    },
  })),
];
