import { createCaller, customCloud, isAmbiguousWriteError, isGraphError } from "@graph-sync/core";
import { retry } from "@graph-sync/plugin-retry";
import {
  answered,
  bandwidth,
  byteLimit,
  faultServer,
  type FaultServer,
  latency,
  oneWay,
  resetAfter,
  slicer,
  type Toxic,
  toxicProxy,
  type ToxicProxy,
} from "@graph-sync/testing";
import { describe, expect, onTestFinished, test } from "vitest";
import { transports } from "../transports.ts";
import { create, read } from "./rows.ts";

const text = "Grüße, 世界, \u{1f511}. ".repeat(40);

interface Route {
  readonly server: FaultServer;
  readonly proxy: ToxicProxy;
}

async function route(toxics: readonly Toxic[]): Promise<Route> {
  const server = await faultServer(answered(({ body }) => ({ body: { text, body } })));
  const proxy = await toxicProxy(server.origin, { toxics });
  onTestFinished(async () => {
    await proxy.close();
    await server.close();
  });
  return { server, proxy };
}

describe.each(transports)("over %s", (_, make) => {
  test("a slow network that slices everything changes no answer", async () => {
    const { proxy } = await route([latency(2), slicer(11), bandwidth(200_000)]);
    const transport = make();
    await using caller = createCaller({ transport, cloud: customCloud({ graphOrigin: proxy.origin }) });
    const answers = await Promise.all(Array.from({ length: 8 }, () => caller.call(read, {})));
    for (const answer of answers) expect(answer).toMatchObject({ text });
  });

  test.each<readonly [string, (bytes: number) => Toxic]>([
    ["cut after any number of bytes of an answer", (bytes) => oneWay("down", byteLimit(bytes))],
    ["reset after any number of bytes of an answer", (bytes) => oneWay("down", resetAfter(bytes))],
    ["reset after any number of bytes of a request", (bytes) => oneWay("up", resetAfter(bytes))],
  ])("a connection that is %s costs no read, and no write is done twice or half believed", async (_fault, toxic) => {
    const { server, proxy } = await route([]);
    const cloud = customCloud({ graphOrigin: proxy.origin });
    for (let bytes = 1; bytes < 400; bytes += 29) {
      // The first connection of each pair of calls is spoiled, and the next ones are not.
      await using caller = createCaller({ transport: make(), cloud, plugins: [retry({ delayMs: 1 })] });
      const spoiled = toxic(bytes);
      let used = 0;
      proxy.use((source, link) => (used++ < 2 ? spoiled(source, link) : source));
      expect(await caller.call(read, {})).toMatchObject({ text });

      used = 0;
      await using writer = createCaller({ transport: make(), cloud, plugins: [retry({ delayMs: 1 })] });
      const body = { number: bytes };
      const outcome: unknown = await writer.call(create, { body }).catch((error: unknown) => error);
      if (isGraphError(outcome)) expect(isAmbiguousWriteError(outcome), String(outcome)).toBe(true);
      else expect(outcome).toMatchObject({ text, body: JSON.stringify(body) });
      const applied = server.requests.filter((request) => request.body === JSON.stringify(body));
      expect(applied.length).toBeLessThanOrEqual(1);
    }
  });
});
