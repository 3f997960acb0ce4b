import { bearerFrom, createClient, isInvalidRequestError, type TokenSource } from "@graph-sync/core";
import { cache } from "@graph-sync/plugin-cache";
import { retry, throttle } from "@graph-sync/plugin-retry";
import { telemetry, type TelemetryOptions, tokenTelemetry } from "@graph-sync/plugin-telemetry";
import { fakeHost, jsonResponse, type Script, scriptedTransport } from "@graph-sync/testing";
import { metrics } from "@opentelemetry/api";
import { afterEach, describe, expect, test } from "vitest";
import { recorded } from "./recorded.ts";

afterEach(() => metrics.disable());

const operation = { "graph_sync.operation": "jobs.get" };

describe("metrics", () => {
  test("tell how long attempts and calls take, and how many attempts a call needs", async () => {
    const to = recorded();
    const host = fakeHost({ random: [0.5] });
    const slow =
      (status: number): Script =>
      async () => {
        await host.clock.sleep(200, new AbortController().signal);
        return jsonResponse({ id: "1" }, status);
      };
    const transport = scriptedTransport(slow(503), slow(200));
    const graph = createClient({ transport, host, plugins: [to.plugins, retry({ delayMs: 600 })] });
    const call = graph.servicePrincipals("sp").synchronization.jobs("j").get();
    await host.clock.advance(200);
    await host.clock.advance(300);
    await host.clock.advance(200);
    await call;
    const route = "/v1.0/servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}";
    const request = {
      "http.request.method": "GET",
      "server.address": "graph.microsoft.com",
      "server.port": 443,
      "url.template": route,
      ...operation,
    };
    expect(await to.points("http.client.request.duration")).toEqual([
      {
        name: "http.client.request.duration",
        attributes: { ...request, "http.response.status_code": 503, "error.type": "503" },
        count: 1,
        sum: 0.2,
      },
      {
        name: "http.client.request.duration",
        attributes: { ...request, "http.response.status_code": 200 },
        count: 1,
        sum: expect.closeTo(0.2),
      },
    ]);
    const [calls] = await to.points("graph_sync.call.duration");
    expect(calls).toMatchObject({ attributes: operation, count: 1, sum: expect.closeTo(0.7) });
    const [attempts] = await to.points("graph_sync.call.attempts");
    expect(attempts).toMatchObject({ attributes: operation, count: 1, sum: 2 });
    expect(await to.points("graph_sync.throttle.duration")).toEqual([]);
  });

  test("tell how long calls wait because the service throttles", async () => {
    const to = recorded();
    const host = fakeHost({ random: [0] });
    const refused = jsonResponse({}, 429, { "retry-after": "7" });
    const transport = scriptedTransport(refused, jsonResponse({ id: "1" }));
    const graph = createClient({ transport, host, plugins: [to.plugins, retry(), throttle()] });
    const read = (id: string): Promise<unknown> => graph.servicePrincipals("sp").synchronization.jobs(id).get();
    const first = read("a");
    await host.clock.advance(1_000);
    // The second one is held back by the throttle plugin alone, for six seconds.
    const second = read("b");
    for (let turn = 0; turn < 20; turn += 1) await host.clock.advance(1_000);
    await Promise.all([first, second]);
    const [throttled] = await to.points("graph_sync.throttle.duration");
    expect(throttled?.count).toBe(2);
    expect(throttled?.sum).toBeGreaterThanOrEqual(13);
    expect(throttled?.sum).toBeLessThan(16);
  });

  test("tell what became of reads in the cache", async () => {
    const to = recorded();
    const graph = createClient({
      transport: scriptedTransport(jsonResponse({ id: "1" })),
      plugins: [to.plugins, cache()],
    });
    const { jobs, get } = graph.servicePrincipals("sp").synchronization;
    for (let time = 0; time < 3; time += 1) await jobs("j").get();
    await get();
    const points = await to.points("graph_sync.cache.reads");
    expect(points.map(({ attributes, sum }) => [...Object.values(attributes), sum].join(" "))).toEqual([
      "jobs.get miss 1",
      "jobs.get hit 2",
      "synchronization.get bypass 1",
    ]);
  });

  test("tell of each renewal of a token, how long it took and how it ended", async () => {
    const to = recorded();
    const { clock } = fakeHost();
    let isDown = false;
    const source: TokenSource = {
      partition: "tenant/client",
      async getToken() {
        await clock.sleep(300, new AbortController().signal);
        if (isDown) throw new Error("CANARY-4711");
        return { token: "CANARY-4711", expiresAt: clock.now() + 3_600_000 };
      },
    };
    const observed = tokenTelemetry(source, { ...to.options, clock });
    expect(observed.partition).toBe("tenant/client");
    const host = { clock, random: () => 0 };
    const graph = createClient({
      transport: scriptedTransport(jsonResponse({ id: "1" })),
      plugins: [to.plugins, bearerFrom(observed)],
      host,
    });
    const read = async (): Promise<unknown> => {
      const call = graph.servicePrincipals("sp").synchronization.jobs("j").get();
      call.catch(() => undefined);
      await clock.advance(300);
      return call;
    };
    await read();
    await read();
    isDown = true;
    await clock.advance(3_600_000);
    await expect(read()).rejects.toThrow();
    expect(await to.points("graph_sync.token.duration")).toEqual([
      { name: "graph_sync.token.duration", attributes: {}, count: 1, sum: 0.3 },
      { name: "graph_sync.token.duration", attributes: { "error.type": "_OTHER" }, count: 1, sum: expect.closeTo(0.3) },
    ]);
    const spans = to.spans().filter(({ name }) => name === "token request");
    expect(spans).toHaveLength(2);
    expect(
      JSON.stringify([spans.map(({ attributes, events }) => [attributes, events]), await to.points()]),
    ).not.toContain("CANARY");
  });

  test("reach a provider that is registered after the client was made", async () => {
    const { options, points } = recorded();
    const graph = createClient({ transport: scriptedTransport(jsonResponse({ id: "1" })), plugins: [telemetry()] });
    const read = (): Promise<unknown> => graph.servicePrincipals("sp").synchronization.jobs("j").get();
    await read();
    if (options.meterProvider !== undefined) metrics.setGlobalMeterProvider(options.meterProvider);
    await read();
    expect(await points("graph_sync.call.duration")).toMatchObject([{ count: 1 }]);
  });
});

test.each([{ ids: "yes" }, { query: 1 }])("refuses %j", (options) => {
  let error: unknown;
  try {
    // What a program without types may pass.
    telemetry(options as unknown as TelemetryOptions);
  } catch (thrown) {
    error = thrown;
  }
  expect(isInvalidRequestError(error)).toBe(true);
});
