import { isTransportError, toArray, TransportError } from "@graph-sync/core";
import { cache, cacheOptions } from "@graph-sync/plugin-cache";
import { jsonResponse } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { type Answer, held, readJob, setting, turn } from "./clients.ts";

/** Answers when it is let go, unless the request is aborted. */
function waiting(): { readonly answer: Answer; readonly aborted: unknown[]; letGo(): void } {
  const { until, release } = held();
  const aborted: unknown[] = [];
  let count = 0;
  return {
    aborted,
    letGo: release,
    answer: async ({ signal, url }) => {
      const id = String(++count);
      const abort = new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => {
          aborted.push(signal.reason);
          reject(signal.reason);
        });
      });
      await Promise.race([until, abort]);
      return jsonResponse(url.endsWith("/secrets") ? { value: [] } : { id });
    },
  };
}

describe("equal reads at the same time", () => {
  test("a thousand of them are one request", async () => {
    const { answer, letGo } = waiting();
    const { graph, transport, outcomes, watch } = setting(cache(), answer);
    const reads = Array.from({ length: 1_000 }, () => readJob(graph, watch));
    await turn();
    letGo();
    expect(new Set(await Promise.all(reads))).toEqual(new Set(["1"]));
    expect(transport.requests).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "miss")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "coalesced")).toHaveLength(999);
  });

  test("also of what is never kept, such as the container with its secrets", async () => {
    const { answer, letGo } = waiting();
    const { graph, transport, outcomes, watch } = setting(cache(), answer);
    const { get, secrets } = graph.servicePrincipals("sp").synchronization;
    const reads = [get, get].map((read) => read(undefined, watch));
    const lists = [secrets.list(watch), secrets.list(watch)].map((list) => toArray(list));
    await turn();
    letGo();
    await Promise.all([...reads, ...lists]);
    expect(transport.requests).toHaveLength(2);
    expect([...outcomes].sort()).toEqual(["bypass", "bypass", "coalesced", "coalesced"]);
    await get(undefined, watch);
    expect(transport.requests).toHaveLength(3);
  });

  test("each may be aborted alone, the first one too, and the request goes on for the others", async () => {
    const { answer, aborted, letGo } = waiting();
    const { graph, transport } = setting(cache(), answer);
    const controllers = Array.from({ length: 10 }, () => new AbortController());
    const reads = controllers.map(({ signal }) => readJob(graph, { signal }));
    const settled = Promise.allSettled(reads);
    await turn();
    for (const controller of controllers.slice(0, 9)) controller.abort();
    await turn();
    expect(aborted).toEqual([]);
    letGo();
    expect((await settled).map(({ status }) => status)).toEqual([...Array<string>(9).fill("rejected"), "fulfilled"]);
    expect(transport.requests).toHaveLength(1);
  });

  test("the request is aborted when the last one has left, and nobody joins it after that", async () => {
    const { answer, aborted } = waiting();
    const { graph, transport, host } = setting(cache(), answer);
    const controllers = [new AbortController(), new AbortController()];
    const settled = Promise.allSettled(controllers.map(({ signal }) => readJob(graph, { signal })));
    await turn();
    for (const controller of controllers) controller.abort();
    await settled;
    expect(aborted).toHaveLength(1);
    const later = new AbortController();
    const read = readJob(graph, { signal: later.signal });
    await turn();
    expect(transport.requests).toHaveLength(2);
    later.abort();
    await expect(read).rejects.toSatisfy(isTransportError);
    expect(host.clock.pending).toBe(0);
  });

  test("one that came later gets its answer though the first one leaves, by one more request", async () => {
    const { answer, aborted, letGo } = waiting();
    const { graph, transport, outcomes, watch, host } = setting(cache(), answer);
    const first = new AbortController();
    const gone = readJob(graph, { ...watch, signal: first.signal });
    gone.catch(() => undefined);
    await turn();
    const late = Array.from({ length: 10 }, () => readJob(graph, watch));
    await turn();
    first.abort();
    await expect(gone).rejects.toThrow(/aborted/);
    await turn();
    expect([aborted.length, transport.requests.length]).toEqual([1, 2]);
    letGo();
    expect(new Set(await Promise.all(late))).toEqual(new Set(["2"]));
    expect([transport.requests.length, host.clock.pending]).toEqual([2, 0]);
    expect([...outcomes].sort()).toEqual([...Array<string>(9).fill("coalesced"), "miss"]);
  });

  test("nobody joins a request whose call has left, though something below does not listen", async () => {
    const { until, release } = held();
    let count = 0;
    const { graph, transport } = setting(cache(), async () => {
      const id = String(++count);
      await until;
      return jsonResponse({ id });
    });
    const first = new AbortController();
    const gone = readJob(graph, { signal: first.signal });
    gone.catch(() => undefined);
    await turn();
    first.abort();
    const late = readJob(graph);
    await turn();
    expect(transport.requests).toHaveLength(2);
    release();
    expect(await late).toBe("2");
  });

  test("a failure is everybody's, and is not kept", async () => {
    const { until, release } = held();
    let count = 0;
    const { graph, transport } = setting(cache(), async () => {
      count += 1;
      if (count > 1) return jsonResponse({ id: "good" });
      await until;
      throw new TransportError("gone", { code: "ERR_RESET" });
    });
    const reads = Promise.allSettled([readJob(graph), readJob(graph)]);
    await turn();
    release();
    expect((await reads).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(transport.requests).toHaveLength(1);
    expect(await readJob(graph)).toBe("good");
  });

  test("those with much more time than the request has left send one more where that fails", async () => {
    const { until, release } = held();
    let count = 0;
    const { graph, transport, outcomes, watch } = setting(cache(), async () => {
      count += 1;
      if (count > 1) return jsonResponse({ id: "good" });
      await until;
      return jsonResponse({}, 503);
    });
    const hasty = readJob(graph, { ...watch, timeoutMs: 1_000 });
    const patient = Array.from({ length: 10 }, () => readJob(graph, { ...watch, timeoutMs: 60_000 }));
    hasty.catch(() => undefined);
    await turn();
    release();
    await expect(hasty).rejects.toThrow(/503/);
    expect(new Set(await Promise.all(patient))).toEqual(new Set(["good"]));
    expect(transport.requests).toHaveLength(2);
    expect([...outcomes].sort()).toEqual([...Array<string>(9).fill("coalesced"), "miss"]);
  });

  test("a fresh one does not join, but is joined", async () => {
    const { answer, letGo } = waiting();
    const { graph, outcomes, watch } = setting(cache(), answer);
    const usual = readJob(graph, watch);
    await turn();
    const fresh = readJob(graph, { ...watch, context: [cacheOptions({ fresh: true })] });
    await turn();
    const late = readJob(graph, watch);
    await turn();
    letGo();
    expect(await Promise.all([usual, fresh, late])).toEqual(["1", "2", "2"]);
    expect([...outcomes].sort()).toEqual(["bypass", "coalesced", "miss"]);
  });

  test("different ones are not", async () => {
    const { answer, letGo } = waiting();
    const { graph, transport } = setting(cache(), answer);
    const reads = [readJob(graph), readJob(graph, {}, "k"), readJob(graph, { headers: { prefer: "x" } })];
    await turn();
    letGo();
    expect(await Promise.all(reads)).toEqual(["1", "2", "3"]);
    expect(transport.requests).toHaveLength(3);
  });
});
