import assert from "node:assert/strict";
import { TransportError } from "@graph-sync/core";
import type { PluginCase } from "../plugin-contract.ts";
import { jsonResponse } from "../scripted-transport.ts";
import { type AnswerNext, bench, listeners } from "./bench.ts";
import { platformUses } from "./platform-watch.ts";

const reset = new TransportError("gone", { code: "ERR_RESET" });

/** Answers that make plugins work: successes, passing faults, failures. */
const answers: readonly AnswerNext[] = [
  () => jsonResponse({ value: [] }),
  () => jsonResponse({}, 404),
  () => jsonResponse({}, 429, { "retry-after": "2" }),
  () => jsonResponse({}, 503),
  () => Promise.reject(reset),
];

/** What a plugin uses, and what it leaves behind. */
export const resourceCases: readonly PluginCase[] = [
  {
    title: "takes time and chance from its host alone",
    async run(factory) {
      const used = await platformUses(async () => {
        for (const answer of answers)
          await bench(factory(), { answer })
            .send()
            .catch(() => undefined);
      });
      assert.deepEqual(used, [], `it used ${used.join(", ")}: take them from host`);
    },
  },
  {
    title: "leaves no timer and no listener behind, however a call ends",
    async run(factory) {
      for (const answer of answers) {
        const { signal } = new AbortController();
        const { send, clock } = bench(factory(), { answer });
        for (let call = 0; call < 3; call += 1) await send({ signal }).catch(() => undefined);
        assert.deepEqual([clock.pending, listeners(signal)], [0, 0]);
      }
    },
  },
  {
    title: "sets nothing going by itself: without a call no time is asked for and nothing is sent",
    async run(factory) {
      const plugin = factory();
      const { clock, given, send } = bench(plugin);
      assert.equal(clock.pending, 0);
      await send();
      const before = given.length;
      await clock.advance(86_400_000);
      assert.deepEqual([given.length, clock.pending], [before, 0]);
      await plugin.close?.();
      assert.equal(clock.pending, 0);
    },
  },
  {
    title: "gives each of many calls at a time its own answer",
    async run(factory) {
      const { send } = bench(factory(), {
        answer: async ({ url }) => {
          // Answers come in another order than the requests.
          for (let turn = url.length + Number(url.at(-1)); turn > 0; turn -= 1) await Promise.resolve();
          return jsonResponse({ url });
        },
      });
      const urls = Array.from({ length: 100 }, (_, at) => `https://graph.microsoft.com/v1.0/jobs/${at}`);
      const bodies = await Promise.all(urls.map(async (url) => (await send({ url })).body));
      assert.deepEqual(
        bodies,
        urls.map((url) => JSON.stringify({ url })),
      );
    },
  },
  {
    title: "works on after a failure and after an abort",
    async run(factory) {
      const controller = new AbortController();
      controller.abort(new Error("enough"));
      let fails = true;
      const { send, fail } = bench(factory(), {
        answer: () => (fails ? Promise.reject(reset) : jsonResponse({ ok: true })),
      });
      await fail();
      await fail({ signal: controller.signal });
      fails = false;
      assert.equal((await send()).status, 200);
    },
  },
];
