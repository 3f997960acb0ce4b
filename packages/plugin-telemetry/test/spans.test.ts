import {
  bearer,
  createClient,
  customCloud,
  type GraphResponse,
  request,
  toArray,
  TransportError,
} from "@graph-sync/core";
import { cache } from "@graph-sync/plugin-cache";
import { retry } from "@graph-sync/plugin-retry";
import { telemetry } from "@graph-sync/plugin-telemetry";
import { fakeHost, jsonResponse, type Script, scriptedTransport } from "@graph-sync/testing";
import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from "@opentelemetry/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Recorded, recorded } from "./recorded.ts";

const job = "/v1.0/servicePrincipals/{servicePrincipalId}/synchronization/jobs/{jobId}";

beforeEach(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
  );
});
afterEach(() => {
  context.disable();
  propagation.disable();
  trace.disable();
});

/** Reads a job through retries and a cache; gives what was sent. */
function client(to: Recorded, ...script: readonly Script[]) {
  const transport = scriptedTransport(...script);
  const host = fakeHost({ random: [0] });
  const plugins = [to.plugins, bearer("CANARY-token"), cache(), retry()];
  return { graph: createClient({ transport, plugins, host }), transport, host };
}

describe("spans", () => {
  test("are one of the call and one of each attempt in it, named by the route", async () => {
    const to = recorded();
    const { graph, host } = client(to, jsonResponse({}, 503), jsonResponse({ id: "1" }));
    const call = graph.servicePrincipals("sp-4711").synchronization.jobs("job-4711").get();
    await host.clock.advance(1_000);
    await call;
    const [first, second, whole] = to.spans();
    expect(to.spans().map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      `${SpanKind.CLIENT} GET ${job}`,
      `${SpanKind.CLIENT} GET ${job}`,
      `${SpanKind.INTERNAL} GET ${job}`,
    ]);
    expect(first?.parentSpanContext?.spanId).toBe(whole?.spanContext().spanId);
    expect(second?.parentSpanContext?.spanId).toBe(whole?.spanContext().spanId);
    expect(whole?.parentSpanContext).toBeUndefined();
    const server = { "server.address": "graph.microsoft.com", "server.port": 443 };
    const common = { "http.request.method": "GET", "url.template": job, "graph_sync.operation": "jobs.get", ...server };
    const url = { "url.full": `https://graph.microsoft.com${job}` };
    expect(first?.attributes).toEqual({
      ...common,
      ...url,
      "http.response.status_code": 503,
      "error.type": "503",
    });
    expect(second?.attributes).toEqual({
      ...common,
      ...url,
      "http.response.status_code": 200,
      "http.request.resend_count": 1,
    });
    expect(whole?.attributes).toEqual({
      ...common,
      "graph_sync.call.attempts": 2,
      "graph_sync.cache.outcome": "miss",
    });
    expect([first, second, whole].map((span) => span?.status.code)).toEqual([
      SpanStatusCode.ERROR,
      SpanStatusCode.UNSET,
      SpanStatusCode.UNSET,
    ]);
  });

  test("of a call that a cache answers have no attempt", async () => {
    const to = recorded();
    const { graph } = client(to, jsonResponse({ id: "1" }));
    const read = () => graph.servicePrincipals("sp").synchronization.jobs("j").get();
    await read();
    await read();
    expect(to.spans()).toHaveLength(3);
    expect(to.spans().at(-1)?.attributes).toMatchObject({
      "graph_sync.cache.outcome": "hit",
      "graph_sync.call.attempts": 0,
    });
  });

  test.each([
    [jsonResponse({ error: { code: "NotFound", message: "secret-4711 was not found" } }, 404), "404"],
    [new TransportError("secret-4711 is down", { code: "ERR_TLS" }), "ERR_TLS"],
    [new Error("secret-4711"), "ERR_NETWORK"],
  ])("of a call that fails say so, and not with its words", async (ending, type) => {
    const to = recorded();
    const script = ending instanceof Error ? ending : (): GraphResponse => ending;
    const { graph, host } = client(to, script);
    const call = graph.servicePrincipals("sp").synchronization.jobs("j").get();
    call.catch(() => undefined);
    await host.clock.advance(100_000);
    await expect(call).rejects.toThrow();
    for (const { attributes, status } of to.spans())
      expect([attributes["error.type"], status]).toEqual([type, { code: SpanStatusCode.ERROR }]);
    expect(JSON.stringify(to.spans().map(shown))).not.toContain("4711");
  });

  test("show neither ids nor query values nor tokens, unless asked for", async () => {
    const calls = async (to: Recorded): Promise<string> => {
      const answer = jsonResponse({ value: [] }, 200, { "request-id": "request-4711" });
      const { graph } = client(to, answer);
      const sync = graph.servicePrincipals("sp-4711").synchronization;
      await toArray(sync.jobs.list({ filter: "id eq 'filter-4711'" }));
      await sync.secrets.replace([{ key: "SecretToken", value: "secret-4711" }]);
      await request(graph, { method: "GET", path: "/users/raw-4711?$filter=raw-4711" });
      return JSON.stringify([to.spans().map(shown), await to.points()]);
    };
    const usual = await calls(recorded());
    expect(usual).toContain("$filter=REDACTED");
    expect(usual).not.toMatch(/4711|CANARY/);
    const all = await calls(recorded({ ids: true, query: true }));
    for (const word of ["sp-4711", "filter-4711", "request-4711", "raw-4711"]) expect(all).toContain(word);
    expect(all).not.toMatch(/secret-4711|CANARY/);
  });

  test("hang below the caller's own, and above those of the transport", async () => {
    const to = recorded();
    const tracer = to.options.tracerProvider?.getTracer("test");
    const inside: (string | undefined)[] = [];
    const { graph } = client(to, () => {
      inside.push(trace.getActiveSpan()?.spanContext().spanId);
      return jsonResponse({ id: "1" });
    });
    await tracer?.startActiveSpan("mine", async (mine) => {
      await graph.servicePrincipals("sp").synchronization.jobs("j").get();
      mine.end();
    });
    const [attempt, call, mine] = to.spans();
    expect(call?.parentSpanContext?.spanId).toBe(mine?.spanContext().spanId);
    expect(inside).toEqual([attempt?.spanContext().spanId]);
  });
});

describe("the trace", () => {
  test("goes on at the service, with no baggage", async () => {
    const to = recorded();
    const { graph, transport } = client(to, jsonResponse({ id: "1" }));
    const bag = propagation.createBaggage({ user: { value: "user-4711" } });
    await context.with(propagation.setBaggage(context.active(), bag), () =>
      graph.servicePrincipals("sp").synchronization.jobs("j").get(),
    );
    const [attempt] = to.spans();
    const { traceId, spanId } = attempt?.spanContext() ?? {};
    const [sent] = transport.requests;
    expect(sent?.headers["traceparent"]).toBe(`00-${traceId}-${spanId}-01`);
    expect(sent?.headers["baggage"]).toBeUndefined();
    expect(Object.getPrototypeOf(sent?.headers)).toBeNull();
  });

  test("goes nowhere but to the configured origin", async () => {
    const to = recorded();
    const [attempt] = to.plugins.slice(-1);
    if (attempt === undefined || !("install" in attempt)) throw new Error("The last part is the attempt's.");
    const sent: (string | undefined)[] = [];
    const { graphOrigin: origin } = customCloud({ graphOrigin: "https://graph.example" });
    const send = attempt.install(
      async ({ headers }) => {
        sent.push(headers["traceparent"]);
        return jsonResponse({});
      },
      { ...fakeHost(), partition: { id: "p", stable: false }, origin, scope: "s" },
    );
    const { graphRequest } = await import("@graph-sync/testing");
    for (const url of ["https://graph.example/v1.0/x", "https://graph.example.evil/v1.0/x", "https://evil/v1.0/x"])
      await send(graphRequest({ url }));
    expect(sent.map((header) => header !== undefined)).toEqual([true, false, false]);
  });

  test("of a program that has no tracer of its own goes on all the same", async () => {
    const transport = scriptedTransport(jsonResponse({ id: "1" }));
    const graph = createClient({ transport, plugins: [telemetry()] });
    const theirs = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331", traceFlags: 1 };
    await context.with(trace.setSpanContext(context.active(), theirs), () =>
      graph.servicePrincipals("sp").synchronization.jobs("j").get(),
    );
    expect(transport.requests[0]?.headers["traceparent"]).toBe(`00-${theirs.traceId}-${theirs.spanId}-01`);
  });

  test("is not there where no SDK is", async () => {
    propagation.disable();
    context.disable();
    const transport = scriptedTransport(jsonResponse({ id: "1" }));
    const graph = createClient({ transport, plugins: [telemetry()] });
    await graph.servicePrincipals("sp").synchronization.jobs("j").get();
    expect(Object.keys(transport.requests[0]?.headers ?? {}).sort()).toEqual(["accept", "client-request-id"]);
  });
});

function shown({ name, attributes, status, events }: ReturnType<Recorded["spans"]>[number]): unknown {
  return { name, attributes, status, events };
}
