import {
  createGraphSync,
  type GraphSyncOptions,
  isInvalidRequestError,
  retry,
  type RetryEvent,
  throttle,
} from "@graph-sync/sdk";
import { fakeHost, jsonResponse, scriptedTransport } from "@graph-sync/testing";
import { expect, test } from "vitest";

test.each([
  ["a token", "abc"],
  ["a callback", () => "abc"],
  ["an asynchronous callback", async () => "abc"],
])("auth is %s", async (_, auth) => {
  const transport = scriptedTransport(jsonResponse({ id: "s" }));
  const graph = createGraphSync({ auth, transport });
  expect(await graph.applications("1").synchronization.get()).toEqual({ id: "s" });
  expect(transport.requests[0]?.headers["authorization"]).toBe("Bearer abc");
});

test("plugins are added to the preset's own", () => {
  const graph = createGraphSync({ auth: "abc", plugins: [{ name: "mine", slot: "observe", install: (next) => next }] });
  expect(graph.plugins.map(({ name }) => name)).toEqual(["mine", "retry", "throttle", "bearer"]);
});

test("retry and throttle can be left out", () => {
  const graph = createGraphSync({ auth: "abc", retry: false, throttle: false });
  expect(graph.plugins.map(({ name }) => name)).toEqual(["bearer"]);
});

test("retry and throttle of one's own take the place of the preset's", () => {
  const plugins = [retry({ attempts: 2 }), throttle()];
  const graph = createGraphSync({ auth: "abc", plugins, retry: false, throttle: false });
  expect(graph.plugins.map(({ name }) => name)).toEqual(["retry", "throttle", "bearer"]);
  expect(() => createGraphSync({ auth: "abc", plugins })).toThrow(/Two plugins are called retry/);
});

test("what failed in passing is sent again, as the options say", async () => {
  const host = fakeHost({ random: [0] });
  const events: string[] = [];
  const requests = async (options: Partial<GraphSyncOptions>): Promise<number> => {
    const transport = scriptedTransport(jsonResponse({}, 503));
    const graph = createGraphSync({ auth: "abc", transport, host, ...options });
    const call = graph
      .applications("1")
      .synchronization.get()
      .catch(() => undefined);
    await host.clock.advance(60_000);
    await call;
    return transport.requests.length;
  };
  const onRetry = ({ operation }: RetryEvent): number => events.push(operation);
  expect([
    await requests({}),
    await requests({ retry: { attempts: 2, onRetry } }),
    await requests({ retry: false }),
  ]).toEqual([4, 2, 1]);
  expect(events).toEqual(["synchronization.get"]);
});

test("a 429 holds the next call back, unless throttle is left out", async () => {
  const host = fakeHost({ random: [0] });
  const sentBySecond = async (options: Partial<GraphSyncOptions>): Promise<number> => {
    const transport = scriptedTransport(jsonResponse({}, 429, { "retry-after": "10" }), jsonResponse({ id: "s" }));
    const graph = createGraphSync({ auth: "abc", transport, host, retry: false, ...options });
    const sync = graph.applications("1").synchronization;
    await sync.get().catch(() => undefined);
    const second = sync.get();
    await host.clock.advance(0);
    const sent = transport.requests.length;
    await host.clock.advance(10_000);
    await second;
    return sent;
  };
  expect([await sentBySecond({}), await sentBySecond({ throttle: false })]).toEqual([1, 2]);
});

test("a token that is none is refused at once", () => {
  let error: unknown;
  try {
    createGraphSync({ auth: "" });
  } catch (thrown) {
    error = thrown;
  }
  expect(isInvalidRequestError(error)).toBe(true);
});
