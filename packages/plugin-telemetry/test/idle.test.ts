import {
  createClient,
  type GraphRequest,
  type Plugin,
  type PluginHost,
  type Plugins,
  type Send,
} from "@graph-sync/core";
import { telemetry, tokenTelemetry } from "@graph-sync/plugin-telemetry";
import { fakeHost, graphRequest, jsonResponse, scriptedTransport } from "@graph-sync/testing";
import { metrics, trace } from "@opentelemetry/api";
import { afterEach, describe, expect, test, vi } from "vitest";
import { recorded } from "./recorded.ts";

afterEach(() => {
  trace.disable();
  metrics.disable();
});

/** A host that counts how often the time is asked for. */
function host(): { readonly host: PluginHost; readonly asked: () => number } {
  const fake = fakeHost();
  const monotonic = vi.spyOn(fake.clock, "monotonic");
  return {
    host: { ...fake, partition: { id: "p", stable: false }, origin: "https://graph.microsoft.com", scope: "s" },
    asked: () => monotonic.mock.calls.length,
  };
}

const chain = (plugins: Plugins, next: Send, on: PluginHost): Send =>
  // `telemetry()` gives a flat list.
  (plugins as readonly Plugin[]).reduceRight((below, plugin) => plugin.install(below, on), next);

describe("without an SDK", () => {
  test("a request goes through as the object it is, its answer too, and nobody asks for the time", async () => {
    const { host: on, asked } = host();
    const sent: GraphRequest[] = [];
    const answer = Promise.resolve(jsonResponse({}));
    const send = chain(
      telemetry(),
      (request) => {
        sent.push(request);
        return answer;
      },
      on,
    );
    const request = graphRequest();
    expect(send(request)).toBe(answer);
    expect(sent[0]).toBe(request);
    expect(asked()).toBe(0);
  });

  test("nor does a token source that is watched", async () => {
    const { host: on, asked } = host();
    const token = { token: "t", expiresAt: 1 };
    const source = tokenTelemetry({ getToken: async () => token }, { clock: on.clock });
    const { signal } = new AbortController();
    expect(await source.getToken({ scopes: ["s"], claims: undefined, signal })).toBe(token);
    expect(asked()).toBe(0);
  });
});

test.each(["tracerProvider", "meterProvider"] as const)("%s is told though it is the only one", async (name) => {
  const { options, spans, points } = recorded();
  const plugins = [telemetry({ [name]: options[name] })];
  const graph = createClient({ transport: scriptedTransport(jsonResponse({ id: "1" })), plugins });
  await graph.servicePrincipals("sp").synchronization.jobs("j").get();
  const said = [spans().length > 0, (await points()).length > 0];
  expect(said).toEqual([name === "tracerProvider", name === "meterProvider"]);
});

describe("an SDK that is registered after the client was made", () => {
  const clientAndRead = (): (() => Promise<unknown>) => {
    const graph = createClient({ transport: scriptedTransport(jsonResponse({ id: "1" })), plugins: [telemetry()] });
    return () => graph.servicePrincipals("sp").synchronization.jobs("j").get();
  };

  test("hears of the next call, with tracing alone", async () => {
    const { options, spans } = recorded();
    const read = clientAndRead();
    await read();
    if (options.tracerProvider !== undefined) trace.setGlobalTracerProvider(options.tracerProvider);
    await read();
    expect(spans()).toHaveLength(2);
  });

  test("hears of the next call, with metrics alone", async () => {
    const { options, points } = recorded();
    const read = clientAndRead();
    await read();
    if (options.meterProvider !== undefined) metrics.setGlobalMeterProvider(options.meterProvider);
    await read();
    expect(await points("http.client.request.duration")).toMatchObject([{ count: 1 }]);
  });

  test("is replaced by the one that is registered when it is gone", async () => {
    const [first, second] = [recorded(), recorded()];
    const read = clientAndRead();
    for (const { options } of [first, second]) {
      trace.disable();
      if (options.tracerProvider !== undefined) trace.setGlobalTracerProvider(options.tracerProvider);
      await read();
    }
    expect([first.spans().length, second.spans().length]).toEqual([2, 2]);
  });
});
