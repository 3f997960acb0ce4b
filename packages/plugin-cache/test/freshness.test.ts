import { isInvalidRequestError, toArray, TransportError, type TransportErrorCode } from "@graph-sync/core";
import { cache, cacheOptions, type CacheOptions } from "@graph-sync/plugin-cache";
import { jsonResponse } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { type Answer, readJob, setting, turn } from "./clients.ts";

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

describe("lifetimes", () => {
  const reads = {
    "jobs.get": 5 * secondMs,
    "jobs.list": 5 * secondMs,
    "jobs.schema.get": 5 * minuteMs,
    "applications.get": 5 * minuteMs,
    "templates.list": 4 * hourMs,
    "jobs.schema.functions": 4 * hourMs,
    "jobs.schema.filterOperators": 4 * hourMs,
  } as const;

  function readOf(id: keyof typeof reads | "provisioningLogs.list", { graph, watch }: ReturnType<typeof setting>) {
    const { jobs, templates } = graph.servicePrincipals("sp").synchronization;
    const all = {
      "jobs.get": () => jobs("j").get(undefined, watch),
      "jobs.list": () => toArray(jobs.list(undefined, watch)),
      "jobs.schema.get": () => jobs("j").schema.get(undefined, watch),
      "applications.get": () => graph.applications("a").get(undefined, watch),
      "templates.list": () => toArray(templates.list(undefined, watch)),
      "jobs.schema.functions": () => toArray(jobs("j").schema.functions(watch)),
      "jobs.schema.filterOperators": () => toArray(jobs("j").schema.filterOperators(watch)),
      "provisioningLogs.list": () => toArray(graph.auditLogs.provisioning(undefined, watch)),
    };
    return all[id];
  }

  const anything: Answer = () => jsonResponse({ value: [] });

  test.each(Object.entries(reads))("%s is given out for %i ms", async (id, lifetimeMs) => {
    const there = setting(cache(), anything);
    // The keys of `reads` are its ids.
    const read = readOf(id as keyof typeof reads, there);
    await read();
    await there.host.clock.advance(lifetimeMs - 1);
    await read();
    await there.host.clock.advance(1);
    await read();
    expect(there.outcomes).toEqual(["miss", "hit", "miss"]);
  });

  test("an operation's own lifetime comes before that of its class, and both before what is usual", async () => {
    const outcomesOf = async (lifetimesMs: CacheOptions["lifetimesMs"]): Promise<unknown> => {
      const there = setting(cache(lifetimesMs === undefined ? {} : { lifetimesMs }), anything);
      const read = readOf("templates.list", there);
      await read();
      await there.host.clock.advance(2_000);
      await read();
      return there.outcomes;
    };
    expect(await outcomesOf({ stable: 1_000 })).toEqual(["miss", "miss"]);
    expect(await outcomesOf({ stable: 1_000, "templates.list": 3_000 })).toEqual(["miss", "hit"]);
    expect(await outcomesOf({ stable: 3_000, "templates.list": 0 })).toEqual(["bypass", "bypass"]);
  });

  test("logs are not kept, unless their reader says so", async () => {
    const usual = setting(cache(), anything);
    await readOf("provisioningLogs.list", usual)();
    await readOf("provisioningLogs.list", usual)();
    expect(usual.outcomes).toEqual(["bypass", "bypass"]);
    const told = setting(cache({ lifetimesMs: { "provisioningLogs.list": 1_000 } }), anything);
    await readOf("provisioningLogs.list", told)();
    await readOf("provisioningLogs.list", told)();
    expect(told.outcomes).toEqual(["miss", "hit"]);
  });

  test("nothing is given out whose age is not known, because the clock was turned back", async () => {
    const plugin = cache();
    const { graph, host, outcomes, watch } = setting(plugin);
    await host.clock.advance(10_000);
    await readJob(graph, watch);
    const { now } = host.clock;
    Object.assign(host.clock, { now: () => now() - 10_000 });
    await readJob(graph, watch);
    expect(outcomes).toEqual(["miss", "miss"]);
  });

  test.each([
    { lifetimesMs: { stable: -1 } },
    { lifetimesMs: { changing: Number.NaN } },
    { staleWhileRevalidateMs: -1 },
    { staleIfErrorMs: "1" },
    { storeBudgetMs: Number.NaN },
    { onAnswer: "print" },
    { store: {} },
  ])("refuses %j", (options) => {
    let error: unknown;
    try {
      // What a program without types may pass.
      cache(options as unknown as CacheOptions);
    } catch (thrown) {
      error = thrown;
    }
    expect(isInvalidRequestError(error)).toBe(true);
  });
});

describe("fresh", () => {
  test("asks the service for one call, and keeps what it says", async () => {
    const { graph, outcomes, watch } = setting(cache());
    const fresh = { ...watch, context: [cacheOptions({ fresh: true })] };
    expect(await readJob(graph, watch)).toBe("1");
    expect(await readJob(graph, fresh)).toBe("2");
    expect(await readJob(graph, watch)).toBe("2");
    expect(outcomes).toEqual(["miss", "bypass", "hit"]);
  });
});

describe("an ETag", () => {
  const answers: Answer = ({ headers }) =>
    headers["if-none-match"] === '"v1"'
      ? jsonResponse(undefined, 304, { etag: '"v1"' })
      : jsonResponse({ id: "whole" }, 200, { etag: '"v1"' });

  test("makes a read that is too old a question, whose yes costs no body", async () => {
    const { graph, host, transport, outcomes, watch } = setting(cache(), answers);
    await readJob(graph, watch);
    await host.clock.advance(5_000);
    expect(await readJob(graph, watch)).toBe("whole");
    await host.clock.advance(4_999);
    expect(await readJob(graph, watch)).toBe("whole");
    expect(outcomes).toEqual(["miss", "hit", "hit"]);
    expect(transport.requests.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"v1"']);
  });

  test("is not asked with where the service gave none, nor for a fresh read, nor after a write", async () => {
    const without = setting(cache());
    await readJob(without.graph);
    await without.host.clock.advance(5_000);
    await readJob(without.graph);
    const withOne = setting(cache(), (request) =>
      request.method === "GET" ? answers(request) : jsonResponse(undefined, 204),
    );
    await readJob(withOne.graph);
    await readJob(withOne.graph, { context: [cacheOptions({ fresh: true })] });
    await withOne.graph.servicePrincipals("sp").synchronization.jobs("j").pause();
    await readJob(withOne.graph);
    for (const { requests } of [without.transport, withOne.transport])
      expect(requests.some(({ headers }) => "if-none-match" in headers)).toBe(false);
  });
});

describe("what is too old", () => {
  test("is given while a new answer is fetched beside the call, if asked for", async () => {
    const { graph, host, transport, outcomes, watch } = setting(cache({ staleWhileRevalidateMs: 10_000 }));
    await readJob(graph, watch);
    await host.clock.advance(14_999);
    expect(await Promise.all([readJob(graph, watch), readJob(graph, watch)])).toEqual(["1", "1"]);
    await turn();
    expect(transport.requests).toHaveLength(2);
    expect(await readJob(graph, watch)).toBe("2");
    await host.clock.advance(15_000);
    expect(await readJob(graph, watch)).toBe("3");
    expect(outcomes).toEqual(["miss", "stale", "stale", "hit", "miss"]);
    await host.clock.advance(100_000);
    expect(host.clock.pending).toBe(0);
  });

  test("is given though the request beside the call fails or never ends, and no timer is left", async () => {
    let count = 0;
    let aborted = 0;
    const { graph, host } = setting(cache({ staleWhileRevalidateMs: 1e9 }), ({ signal }) => {
      count += 1;
      if (count === 1) return jsonResponse({ id: "1" });
      if (count === 2) throw new TransportError("gone", { code: "ERR_RESET" });
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          aborted += 1;
          reject(signal.reason);
        });
      });
    });
    for (let call = 0; call < 3; call += 1) {
      expect(await readJob(graph, { timeoutMs: 2_000 })).toBe("1");
      await host.clock.advance(6_000);
    }
    expect([count, aborted, host.clock.pending]).toEqual([3, 1, 0]);
  });

  const failures = ["ERR_RESET", "ERR_HEADERS_TIMEOUT", "ERR_BODY", 500, 503, 429] as const;

  function failing(failure: TransportErrorCode | number): Answer {
    let first = true;
    return () => {
      if (first) {
        first = false;
        return jsonResponse({ id: "1" });
      }
      if (typeof failure === "number") return jsonResponse({}, failure);
      throw new TransportError("gone", { code: failure });
    };
  }

  test.each(failures)("is given where the service fails (%s), if asked for", async (failure) => {
    const { graph, host, outcomes, watch } = setting(cache({ staleIfErrorMs: 10_000 }), failing(failure));
    await readJob(graph, watch);
    await host.clock.advance(14_999);
    expect(await readJob(graph, watch)).toBe("1");
    await host.clock.advance(1);
    await expect(readJob(graph, watch)).rejects.toThrow();
    expect(outcomes).toEqual(["miss", "stale"]);
  });

  test("is not replaced by what nobody can use", async () => {
    const answers = [jsonResponse({ id: "1" }), { ...jsonResponse({}), body: "<html>sign in</html>" }];
    const { graph, host } = setting(cache({ staleIfErrorMs: 60_000 }), () => answers.shift() ?? jsonResponse({}, 503));
    await readJob(graph);
    await host.clock.advance(6_000);
    await expect(readJob(graph)).rejects.toThrow(/not JSON/);
    expect(await readJob(graph)).toBe("1");
  });

  test.each([...failures, 401, 403, 404, "ERR_TLS"] as const)("is not given unless asked for (%s)", async (failure) => {
    const isRefusal = failure === 401 || failure === 403 || failure === 404 || failure === "ERR_TLS";
    const { graph, host } = setting(cache(isRefusal ? { staleIfErrorMs: 1e9 } : {}), failing(failure));
    await readJob(graph);
    await host.clock.advance(5_000);
    await expect(readJob(graph)).rejects.toThrow();
  });
});
