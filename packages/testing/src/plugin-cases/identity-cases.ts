import assert from "node:assert/strict";
import { fakeHost } from "../fake-host.ts";
import type { PluginCase } from "../plugin-contract.ts";
import { jsonResponse } from "../scripted-transport.ts";
import { bench, type Bench, type BenchOptions, hanging, outcome } from "./bench.ts";

const strangers: readonly (readonly [string, Partial<BenchOptions>])[] = [
  ["identity", { partition: "tenant/other" }],
  ["origin", { origin: "https://graph.microsoft.us" }],
];

/** One plugin in several clients. */
export const identityCases: readonly PluginCase[] = [
  ...strangers.flatMap(([what, other]): readonly PluginCase[] => [
    {
      title: `never gives one ${what}'s answer to another, though they share the plugin`,
      async run(factory) {
        const plugin = factory();
        const host = fakeHost();
        const clients = [
          bench(plugin, { host, answer: () => jsonResponse({ whose: 0 }) }),
          bench(plugin, { host, answer: () => jsonResponse({ whose: 1 }), ...other }),
        ];
        for (let round = 0; round < 3; round += 1) {
          for (const [at, client] of clients.entries())
            assert.equal(await read(client, other.origin, at), `{"whose":${at}}`);
        }
      },
    },
    {
      title: `does not let one ${what}'s trouble hold another back`,
      async run(factory) {
        const plugin = factory();
        const host = fakeHost();
        const troubled = bench(plugin, { host, answer: () => jsonResponse({}, 429, { "retry-after": "3600" }) });
        const callers = Array.from({ length: 20 }, () => new AbortController());
        for (const { signal } of callers) void troubled.begin({ signal });
        await troubled.clock.advance(0);

        const fine = bench(plugin, { host, answer: () => jsonResponse({ ok: true }), ...other });
        try {
          // Six times sooner than the other one may go on.
          await outcome(fine.begin(), fine.clock, 600_000);
        } finally {
          for (const caller of callers) caller.abort(new Error("enough"));
        }
      },
    },
  ]),
  {
    title: "can be in several clients of one identity, and closed once for each",
    async run(factory) {
      const plugin = factory();
      const host = fakeHost();
      const clients = [bench(plugin, { host }), bench(plugin, { host })];
      for (const client of clients) assert.equal((await client.send()).status, 200);
      for (const _client of clients) await plugin.close?.();
    },
  },
  {
    title: "does not hold a call of one client back while one of another awaits its answer",
    async run(factory) {
      const plugin = factory();
      const controller = new AbortController();
      const host = fakeHost();
      const first = bench(plugin, { host, answer: hanging });
      void first.begin({ signal: controller.signal });
      await first.clock.advance(0);
      assert.equal((await bench(plugin, { host, partition: "tenant/other" }).send()).status, 200);
      controller.abort(new Error("enough"));
    },
  },
];

/** Reads the same path of a client's own origin. */
async function read(client: Bench, origin: string | undefined, at: number): Promise<string> {
  const own = at === 1 && origin !== undefined ? origin : "https://graph.microsoft.com";
  return (await client.send({ url: `${own}/v1.0/servicePrincipals/1/synchronization/jobs` })).body;
}
