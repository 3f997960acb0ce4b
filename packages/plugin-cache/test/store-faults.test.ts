import { TransportError } from "@graph-sync/core";
import { cache, type CacheEntry, type CacheStore, type StoreFaultEvent } from "@graph-sync/plugin-cache";
import { fakeHost } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { counted, held, readJob, setting, stableIdentity, turn } from "./clients.ts";

/** A store of other processes too, whose parts a test may replace. */
function store(parts: Partial<CacheStore> = {}): CacheStore {
  const entries = new Map<string, CacheEntry>();
  return {
    shared: true,
    get: async (key) => entries.get(key),
    set: async (key, entry) => void entries.set(key, entry),
    clear: async () => entries.clear(),
    ...parts,
  };
}

const never = new Promise<never>(() => undefined);
const down = async (): Promise<never> => {
  throw new Error("the store is down");
};

describe("a store that does not do its part", () => {
  test.each([
    ["rejects", down],
    [
      "throws",
      () => {
        throw new Error("the store is broken");
      },
    ],
  ])("fails no call where it %s, and an event says so", async (_, broken) => {
    for (const shared of [true, false]) {
      const faults: StoreFaultEvent[] = [];
      const plugin = cache({
        store: store({ shared, get: broken, set: broken }),
        onStoreFault: (event) => faults.push(event),
      });
      const { graph, host } = setting(plugin, counted(), { auth: stableIdentity() });
      expect([await readJob(graph), await readJob(graph)]).toEqual(["1", "2"]);
      await graph.servicePrincipals("sp").synchronization.jobs("j").start();
      expect(faults.some(({ action }) => action === "get")).toBe(true);
      expect(new Set(faults.map(({ reason }) => reason))).toEqual(new Set(["failed"]));
      expect(faults[0]?.error).toBeInstanceOf(Error);
      expect(plugin.stats().storeFaults.failed).toBe(faults.length);
      expect(host.clock.pending).toBe(0);
    }
  });

  test.each([
    [50, {}],
    [20, { storeBudgetMs: 20 }],
    [0, { storeBudgetMs: 0 }],
  ])("holds a read back for its budget (%i ms) and no longer, and an event says so", async (budgetMs, options) => {
    const faults: StoreFaultEvent[] = [];
    const asked = held();
    const get = (): Promise<never> => {
      asked.release();
      return never;
    };
    const silent = store({ get, set: () => never });
    const plugin = cache({ store: silent, onStoreFault: (event) => faults.push(event), ...options });
    const { graph, host, transport } = setting(plugin, counted(), { auth: stableIdentity() });
    const read = readJob(graph);
    // Its keys are hashed before, in threads of the platform.
    await asked.until;
    if (budgetMs > 0) await host.clock.advance(budgetMs - 1);
    expect(transport.requests).toHaveLength(0);
    await host.clock.advance(1);
    for (let wait = 0; transport.requests.length === 0 && wait < 1_000; wait += 1) await host.clock.advance(0);
    expect(transport.requests).toHaveLength(1);
    expect(host.clock.monotonic()).toBe(Math.max(1, budgetMs));
    expect(await read).toBe("1");
    expect(faults.map(({ action, reason }) => `${action} ${reason}`)).toContain("get slow");
    await host.clock.advance(1_000);
    expect(host.clock.pending).toBe(0);
  });

  test("holds a write back for its budget and no longer", async () => {
    const silent = store({ get: () => never, set: () => never });
    const { graph, host } = setting(cache({ store: silent }), counted(), { auth: stableIdentity() });
    const write = graph.servicePrincipals("sp").synchronization.jobs("j").start();
    let isDone = false;
    void write.then(() => (isDone = true));
    await host.clock.advance(49);
    expect(isDone).toBe(false);
    await host.clock.advance(1);
    await turn();
    expect(isDone).toBe(true);
  });

  test("is not waited for when a call is aborted", async () => {
    const silent = store({ get: () => never });
    const { graph } = setting(cache({ store: silent }), counted(), { auth: stableIdentity() });
    const controller = new AbortController();
    const read = readJob(graph, { signal: controller.signal });
    await turn();
    controller.abort();
    await expect(read).rejects.toThrow(/aborted/);
  });

  test("does not bring back what a write made stale, though it did not hear of the write", async () => {
    let isDown = false;
    const parts = store();
    const flaky = store({
      get: async (key) => (isDown ? down() : parts.get(key)),
      set: async (key, entry, lifetimeMs) => (isDown ? down() : parts.set(key, entry, lifetimeMs)),
    });
    const { graph, host } = setting(cache({ store: flaky, lifetimesMs: { changing: 1e9 } }), counted(), {
      auth: stableIdentity(),
    });
    expect([await readJob(graph), await readJob(graph)]).toEqual(["1", "1"]);
    isDown = true;
    await graph.servicePrincipals("sp").synchronization.jobs("j").start();
    isDown = false;
    expect(await readJob(graph)).toBe("2");
    await host.clock.advance(60_000);
    expect(await readJob(graph)).toBe("2");
  });

  test("is not trusted where it only says that it took something", async () => {
    let isLying = false;
    const parts = store();
    const lying = store({
      get: (key) => parts.get(key),
      set: async (key, entry, lifetimeMs) => (isLying ? undefined : parts.set(key, entry, lifetimeMs)),
    });
    const { graph, host } = setting(cache({ store: lying, lifetimesMs: { changing: 1e9 } }), counted(), {
      auth: stableIdentity(),
    });
    expect([await readJob(graph), await readJob(graph)]).toEqual(["1", "1"]);
    isLying = true;
    await graph.servicePrincipals("sp").synchronization.jobs("j").start();
    await host.clock.advance(60_000);
    expect(await readJob(graph)).toBe("2");
    isLying = false;
    expect(await readJob(graph)).toBe("3");
    expect(await readJob(graph)).toBe("3");
  });

  test("an observer of it that throws fails no call", async () => {
    const onStoreFault = (): never => {
      throw new Error("the observer");
    };
    const { graph } = setting(cache({ store: store({ get: down }), onStoreFault }), counted(), {
      auth: stableIdentity(),
    });
    expect(await readJob(graph)).toBe("1");
  });

  test("its owner hears of it, who asked it to forget", async () => {
    const plugin = cache({ store: store({ get: down, set: down, clear: down }) });
    await expect(plugin.clear()).rejects.toThrow("the store is down");
    await expect(plugin.invalidate({ servicePrincipalId: "sp" })).rejects.toThrow("the store is down");
  });
});

describe("what the cache tells", () => {
  test("each read on an event, in the answer's mark and in numbers", async () => {
    const seen: string[] = [];
    const plugin = cache({
      staleIfErrorMs: 1e9,
      onAnswer: ({ operation, outcome, ageMs }) => seen.push(`${operation} ${outcome} ${ageMs}`),
    });
    let isDown = false;
    const host = fakeHost();
    const answer = counted();
    const { graph, outcomes, watch } = setting(
      plugin,
      (request) => {
        if (isDown) throw new TransportError("gone", { code: "ERR_RESET" });
        return answer(request);
      },
      { host },
    );
    // A call that waits for another's request may end before it.
    await Promise.all([readJob(graph, watch), readJob(graph, watch)]);
    outcomes.sort().reverse();
    seen.sort().reverse();
    await host.clock.advance(4_000);
    await readJob(graph, watch);
    isDown = true;
    await host.clock.advance(2_000);
    await readJob(graph, watch);
    isDown = false;
    await graph.servicePrincipals("sp").synchronization.get(undefined, watch);
    expect(outcomes).toEqual(["miss", "coalesced", "hit", "stale", "bypass"]);
    expect(seen).toEqual([
      "jobs.get miss 0",
      "jobs.get coalesced 0",
      "jobs.get hit 4000",
      "jobs.get stale 6000",
      "synchronization.get bypass 0",
    ]);
    expect(plugin.stats()).toEqual({
      hit: 1,
      miss: 1,
      stale: 1,
      bypass: 1,
      coalesced: 1,
      storeFaults: { slow: 0, failed: 0 },
    });
  });
});
