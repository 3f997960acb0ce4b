import {
  bearer,
  bearerFrom,
  createCaller,
  createClient,
  getJob,
  request as rawRequest,
  toArray,
} from "@graph-sync/core";
import { cache, type CacheStore, memoryStore } from "@graph-sync/plugin-cache";
import { fakeHost, graphRequest, jsonResponse, scriptedTransport } from "@graph-sync/testing";
import { describe, expect, test, vi } from "vitest";
import { counted, readJob, setting, stableIdentity, turn } from "./clients.ts";

/** How many requests two equal reads cost. */
async function costOfTwo(answer: Parameters<typeof setting>[1]): Promise<number> {
  const { graph, transport } = setting(cache(), answer);
  for (let i = 0; i < 2; i++) await readJob(graph).catch(() => undefined);
  return transport.requests.length;
}

describe("what is kept", () => {
  test.each([201, 202, 203, 204, 206, 301, 302, 304, 401, 403, 404, 410, 429, 500, 503])(
    "an answer with status %i is not",
    async (status) => {
      expect(await costOfTwo(() => jsonResponse({ id: "j" }, status))).toBe(2);
    },
  );

  test.each(["<html>sign in</html>", "", "[]", '{"value":5}', "null", '{"id":'])(
    "a 200 that is %j is not",
    async (body) => {
      expect(await costOfTwo(() => ({ ...jsonResponse({}), body }))).toBe(2);
    },
  );

  test.each([{ "cache-control": "no-store" }, { "cache-control": "private, NO-STORE" }, { vary: "*" }])(
    "an answer that forbids it, by %j, is not",
    async (headers) => {
      expect(await costOfTwo(counted(headers))).toBe(2);
    },
  );

  test("an answer that says no-cache is: its lifetime is ours to say", async () => {
    expect(await costOfTwo(counted({ "cache-control": "no-cache" }))).toBe(1);
  });

  test("a compressed answer is only after it parsed", async () => {
    const half = { ...jsonResponse({}, 200, { "content-encoding": "gzip" }), body: '{"id":' };
    const whole = jsonResponse({ id: "j" }, 200, { "content-encoding": "gzip" });
    const answers = [half, whole];
    const { graph, transport } = setting(cache(), () => answers.shift() ?? jsonResponse({}, 500));
    await expect(readJob(graph)).rejects.toThrow(/not JSON/);
    expect(await readJob(graph)).toBe("j");
    expect(await readJob(graph)).toBe("j");
    expect(transport.requests).toHaveLength(2);
  });

  test("one that did not parse never comes into the memory store, either", async () => {
    const kept = memoryStore();
    const set = vi.spyOn(kept, "set");
    const half = { ...jsonResponse({}, 200, { "content-encoding": "gzip" }), body: '{"id":' };
    const { graph } = setting(cache({ store: kept }), () => half);
    await expect(readJob(graph)).rejects.toThrow(/not JSON/);
    await turn();
    expect(set).not.toHaveBeenCalled();
  });

  test.each([true, false])("nothing that nobody can use reaches a store of one's own (shared: %j)", async (shared) => {
    const bodies: string[] = [];
    const memory = memoryStore();
    const store: CacheStore = {
      shared,
      get: (key) => memory.get(key),
      set(key, entry, lifetimeMs) {
        if (entry.status !== 0) bodies.push(entry.body);
        return memory.set(key, entry, lifetimeMs);
      },
      clear: () => memory.clear(),
    };
    const answers = ['{"id":', "<html>sign in</html>", '{"value":5}', '{"id":"j"}'];
    const left = [...answers];
    const { graph } = setting(cache({ store }), () => ({ ...jsonResponse({}), body: left.shift() ?? "" }), {
      auth: stableIdentity(),
    });
    for (const answer of answers) {
      await readJob(graph).catch(() => undefined);
      await turn();
      expect(left).toHaveLength(answers.length - 1 - answers.indexOf(answer));
    }
    expect(await readJob(graph)).toBe("j");
    expect(bodies).toEqual(['{"id":"j"}']);
  });

  test("a page that has a next one is for a minute at most, because links expire", async () => {
    const page = jsonResponse({ value: [], "@odata.nextLink": "https://graph.microsoft.com/v1.0/next" });
    const { graph, host, transport } = setting(cache(), ({ url }) =>
      url.endsWith("/next") ? jsonResponse({ value: [] }) : page,
    );
    const { templates } = graph.servicePrincipals("sp").synchronization;
    await toArray(templates.list());
    await host.clock.advance(59_999);
    await toArray(templates.list());
    expect(transport.requests).toHaveLength(2);
    await host.clock.advance(1);
    await toArray(templates.list());
    // The last page has no link, and is kept for as long as any template.
    expect(transport.requests).toHaveLength(3);
  });

  test.each([{}, { "set-cookie": "session" }])(
    "what callers get cannot be changed for the next one (%j)",
    async (more) => {
      // A transport of one's own may give headers that are not frozen.
      const { graph, watch } = setting(cache(), () => ({
        ...jsonResponse({ id: "1" }),
        headers: { etag: "1", ...more },
      }));
      const seen: (string | undefined)[] = [];
      const spoil = {
        ...watch,
        onResponse: ({ headers }: { headers: Readonly<Record<string, string>> }) => {
          seen.push(headers["etag"]);
          Reflect.set(headers, "etag", "evil");
        },
      };
      const job = graph.servicePrincipals("sp").synchronization.jobs("j");
      const first = await job.get(undefined, spoil);
      Reflect.set(first, "id", "evil");
      expect((await job.get(undefined, spoil)).id).toBe("1");
      expect((await job.get(undefined, spoil)).id).toBe("1");
      expect(seen).toEqual(["1", "1", "1"]);
    },
  );
});

describe("for whom", () => {
  test("one identity's answer is never given to another, though they share the plugin", async () => {
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
      expect(await Promise.all(clients.map((client) => readJob(client)))).toEqual(["a", "b", "c"]);
    }
  });

  test("answers are told apart by what changes them", async () => {
    const transport = scriptedTransport(jsonResponse({ value: [] }));
    const shared = [bearer("token"), cache()];
    const graph = createClient({ transport, plugins: shared });
    const beta = createClient({ transport, plugins: shared, version: "beta" });
    const jobs = graph.servicePrincipals("1").synchronization.jobs;
    const reads = [
      () => toArray(jobs.list()),
      () => toArray(jobs.list({ top: 1 })),
      () => toArray(jobs.list(undefined, { headers: { Prefer: "include-unknown-enum-members" } })),
      () => toArray(jobs.list(undefined, { headers: { ConsistencyLevel: "eventual" } })),
      () => toArray(jobs.list(undefined, { headers: { "Accept-Language": "de" } })),
      () => toArray(graph.servicePrincipals("2").synchronization.jobs.list()),
      () => toArray(graph.applications("1").synchronization.jobs.list()),
      () => toArray(beta.servicePrincipals("1").synchronization.jobs.list()),
    ];
    for (const read of [...reads, ...reads]) await read();
    expect(transport.requests).toHaveLength(reads.length);
  });

  test("headers that change nothing are no difference, and unknown ones go past the cache", async () => {
    const { graph, transport, outcomes, watch } = setting(cache());
    for (const headers of [
      { "User-Agent": "one" },
      { "x-ms-throttle-priority": "low" },
      { "If-None-Match": '"1"' },
      { "x-tenant": "other" },
    ]) {
      await readJob(graph, { ...watch, headers });
    }
    expect(outcomes).toEqual(["miss", "hit", "bypass", "bypass"]);
    expect(transport.requests).toHaveLength(3);
  });

  test("a request to anywhere but the configured origin goes past the cache", async () => {
    const transport = scriptedTransport(jsonResponse({ id: "1" }));
    const origin = "https://graph.microsoft.com";
    const partition = { id: "p", stable: false };
    const send = cache().install(transport.send, { ...fakeHost(), partition, origin, scope: "s" });
    const marks: unknown[] = [];
    for (const url of [`${origin}/v1.0/x`, `${origin}.evil/v1.0/x`, "https://evil/v1.0/x"]) {
      for (let time = 0; time < 2; time += 1) marks.push((await send(graphRequest({ url, operation: getJob }))).cache);
    }
    expect(marks).toEqual(["miss", "hit", "bypass", "bypass", "bypass", "bypass"]);
  });

  test("a request that no row describes goes past the cache", async () => {
    const transport = scriptedTransport(jsonResponse({ id: "1" }));
    const caller = createCaller({ transport, plugins: [cache()] });
    for (let i = 0; i < 2; i++) await rawRequest(caller, { method: "GET", path: "/organization" });
    expect(transport.requests).toHaveLength(2);
  });
});
