import {
  bearer,
  bearerFrom,
  type CacheOutcome,
  createCaller,
  createClient,
  isInvalidRequestError,
  type Operation,
  toArray,
} from "@graph-sync/core";
import { cache, type CacheEntry, type CacheStore } from "@graph-sync/plugin-cache";
import { fakeHost, jsonResponse, scriptedTransport } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";

const restart: Operation<"jobs.restart", object, void> = {
  id: "jobs.restart",
  method: "POST",
  path: "/restart",
  repeat: "never",
  status: 204,
  evidence: "documented",
};

/** Outcomes of calls, as their callers see them. */
function outcomes(): {
  readonly seen: (CacheOutcome | undefined)[];
  readonly options: { onResponse: (info: { cache: CacheOutcome | undefined }) => void };
} {
  const seen: (CacheOutcome | undefined)[] = [];
  return { seen, options: { onResponse: (info) => seen.push(info.cache) } };
}

describe("cache", () => {
  test("answers a read again for as long as its class says", async () => {
    const host = fakeHost();
    const transport = scriptedTransport(jsonResponse({ value: [{ id: "j" }] }));
    const jobs = createClient({ transport, plugins: [cache()], host }).servicePrincipals("1").synchronization.jobs;
    const { seen, options } = outcomes();
    expect(await toArray(jobs.list(undefined, options))).toEqual([{ id: "j" }]);
    await host.clock.advance(4_999);
    expect(await toArray(jobs.list(undefined, options))).toEqual([{ id: "j" }]);
    expect(transport.requests).toHaveLength(1);
    await host.clock.advance(1);
    await toArray(jobs.list(undefined, options));
    expect(transport.requests).toHaveLength(2);
    expect(seen).toEqual(["miss", "hit", "miss"]);
  });

  test("keeps templates for an hour, unless told otherwise by class or by operation", async () => {
    const host = fakeHost();
    const transport = scriptedTransport(jsonResponse({ value: [] }));
    const read = async (plugin: ReturnType<typeof cache>): Promise<void> => {
      const sync = createClient({ transport, plugins: [plugin], host }).servicePrincipals("1").synchronization;
      await toArray(sync.templates.list());
      await host.clock.advance(3_599_999);
      await toArray(sync.templates.list());
    };
    await read(cache());
    expect(transport.requests).toHaveLength(1);
    await read(cache({ lifetimesMs: { stable: 1_000 } }));
    expect(transport.requests).toHaveLength(3);
    await read(cache({ lifetimesMs: { stable: 7_200_000, "templates.list": 0 } }));
    expect(transport.requests).toHaveLength(5);
  });

  test("never keeps what holds secrets, whatever it is told", async () => {
    const transport = scriptedTransport(jsonResponse({ value: [{}] }));
    const lifetimesMs = { "secrets.list": 1e9, "synchronization.get": 1e9 };
    const sync = createClient({ transport, plugins: [cache({ lifetimesMs })] }).servicePrincipals("1").synchronization;
    const { seen, options } = outcomes();
    for (let i = 0; i < 2; i++) {
      await sync.get(undefined, options);
      await toArray(sync.secrets.list(options));
    }
    expect(transport.requests).toHaveLength(4);
    expect(seen).toEqual(["bypass", "bypass", "bypass", "bypass"]);
  });

  test("keeps neither failures nor other successes", async () => {
    for (const status of [404, 429, 500, 302, 206]) {
      const transport = scriptedTransport(jsonResponse({}, status));
      const job = createClient({ transport, plugins: [cache()] })
        .servicePrincipals("1")
        .synchronization.jobs("j");
      for (let i = 0; i < 2; i++) await job.get().catch(() => undefined);
      expect([status, transport.requests.length]).toEqual([status, 2]);
    }
  });

  test.each(["<html>sign in</html>", "", "[]", '{"value":5}', "null"])(
    "does not keep a 200 that is %j",
    async (body) => {
      const bad = { ...jsonResponse({}), body };
      const transport = scriptedTransport(bad, jsonResponse({ value: [{ id: "t" }] }));
      const templates = createClient({ transport, plugins: [cache()] }).servicePrincipals("1").synchronization
        .templates;
      await toArray(templates.list()).catch(() => undefined);
      expect(await toArray(templates.list())).toEqual([{ id: "t" }]);
    },
  );

  test("keeps a compressed answer only after it parsed", async () => {
    const half = { ...jsonResponse({}, 200, { "content-encoding": "gzip" }), body: '{"id":' };
    const whole = jsonResponse({ id: "j" }, 200, { "content-encoding": "gzip" });
    const transport = scriptedTransport(half, whole);
    const job = createClient({ transport, plugins: [cache()] })
      .servicePrincipals("1")
      .synchronization.jobs("j");
    await expect(job.get()).rejects.toThrow(/not JSON/);
    expect(await job.get()).toEqual({ id: "j" });
    expect(await job.get()).toEqual({ id: "j" });
    expect(transport.requests).toHaveLength(2);
  });

  test("never gives one identity's answer to another, though they share the plugin", async () => {
    const shared = cache();
    const as = (name: string, auth = bearer(name)): ReturnType<typeof createClient> =>
      createClient({ transport: scriptedTransport(jsonResponse({ id: name })), plugins: [auth, shared] });
    const clients = [
      as("a"),
      as("b"),
      as(
        "c",
        bearerFrom(() => "a"),
      ),
    ];
    for (let i = 0; i < 2; i++) {
      const ids = await Promise.all(
        clients.map(async (c) => (await c.servicePrincipals("1").synchronization.jobs("j").get()).id),
      );
      expect(ids).toEqual(["a", "b", "c"]);
    }
  });

  test("tells answers apart by what changes them", async () => {
    const transport = scriptedTransport(jsonResponse({ value: [] }));
    const graph = createClient({ transport, plugins: [cache()] });
    const beta = createClient({ transport, plugins: [cache()], version: "beta" });
    const jobs = graph.servicePrincipals("1").synchronization.jobs;
    await toArray(jobs.list());
    await toArray(jobs.list({ top: 1 }));
    await toArray(jobs.list(undefined, { headers: { Prefer: "include-unknown-enum-members" } }));
    await toArray(graph.servicePrincipals("2").synchronization.jobs.list());
    await toArray(graph.applications("1").synchronization.jobs.list());
    await toArray(beta.servicePrincipals("1").synchronization.jobs.list());
    expect(transport.requests).toHaveLength(6);
  });

  test("forgets what a write may have changed, even when the write failed", async () => {
    const transport = scriptedTransport((request) =>
      request.method === "GET" ? jsonResponse({ value: [] }) : jsonResponse({}, 500),
    );
    const graph = createClient({ transport, plugins: [cache()] });
    const jobs = graph.servicePrincipals("1").synchronization.jobs;
    await toArray(jobs.list());
    await graph.call(restart, {}).catch(() => undefined);
    await toArray(jobs.list());
    expect(transport.requests.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);
  });

  test("does not keep a read that began before a write ended", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let reads = 0;
    const transport = scriptedTransport(async (request) => {
      if (request.method === "POST") return jsonResponse(undefined, 204);
      const answer = jsonResponse({ value: [{ id: `read ${++reads}` }] });
      if (reads === 1) await held;
      return answer;
    });
    const graph = createCaller({ transport, plugins: [cache()] });
    const list = {
      id: "jobs.list",
      method: "GET",
      path: "/jobs",
      repeat: "safe",
      status: 200,
      keep: "changing",
      evidence: "documented",
    } as const;
    const before = graph.call(list, {});
    await new Promise((resolve) => setImmediate(resolve));
    await graph.call(restart, {});
    release();
    expect(await before).toEqual({ value: [{ id: "read 1" }] });
    expect(await graph.call(list, {})).toEqual({ value: [{ id: "read 2" }] });
  });

  test("clear forgets everything", async () => {
    const kept = cache();
    const transport = scriptedTransport(jsonResponse({ value: [] }));
    const jobs = createClient({ transport, plugins: [kept] }).servicePrincipals("1").synchronization.jobs;
    await toArray(jobs.list());
    await kept.clear();
    await toArray(jobs.list());
    expect(transport.requests).toHaveLength(2);
  });

  test("takes a store that fails for one that has forgotten", async () => {
    const broken = (): never => {
      throw new Error("the store is down");
    };
    const store: CacheStore = { get: broken, set: async () => broken(), clear: broken };
    const transport = scriptedTransport(jsonResponse({ value: [{ id: "j" }] }));
    const jobs = createClient({ transport, plugins: [cache({ store })] }).servicePrincipals("1").synchronization.jobs;
    expect(await toArray(jobs.list())).toEqual([{ id: "j" }]);
    expect(await toArray(jobs.list())).toEqual([{ id: "j" }]);
    expect(transport.requests).toHaveLength(2);
  });

  test("uses the store that it is given, which sees no token", async () => {
    const entries = new Map<string, CacheEntry>();
    const store: CacheStore = {
      get: async (key) => entries.get(key),
      set: async (key, entry) => void entries.set(key, entry),
      clear: async () => entries.clear(),
    };
    const transport = scriptedTransport(jsonResponse({ value: [] }));
    const graph = createClient({ transport, plugins: [cache({ store }), bearer("CANARY-4711")] });
    await toArray(graph.servicePrincipals("1").synchronization.jobs.list());
    await toArray(graph.servicePrincipals("1").synchronization.jobs.list());
    expect(transport.requests).toHaveLength(1);
    expect(entries.size).toBe(1);
    expect(JSON.stringify([...entries])).not.toContain("CANARY");
  });

  test.each([{ stable: -1 }, { changing: Number.NaN }, { "jobs.list": "5" as unknown as number }])(
    "refuses lifetimes %j",
    (lifetimesMs) => {
      let error: unknown;
      try {
        cache({ lifetimesMs });
      } catch (thrown) {
        error = thrown;
      }
      expect(isInvalidRequestError(error)).toBe(true);
    },
  );
});
