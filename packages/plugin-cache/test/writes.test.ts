import { batch, batchItem, isGraphServiceError, listJobs, pauseJob, toArray } from "@graph-sync/core";
import { cache, memoryStore } from "@graph-sync/plugin-cache";
import { fakeHost, jsonResponse } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { type Answer, counted, held, readJob, setting, type Setting, turn, unknownWrite } from "./clients.ts";

/** Reads everything of two apps once; then the same again tells what is still kept. */
async function kept({ graph, watch, outcomes }: Setting): Promise<readonly string[]> {
  const reads: Record<string, () => Promise<unknown>> = {};
  for (const sp of ["sp", "other"]) {
    const { jobs, templates } = graph.servicePrincipals(sp).synchronization;
    reads[`${sp} job`] = () => jobs("j").get(undefined, watch);
    reads[`${sp} schema`] = () => jobs("j").schema.get(undefined, watch);
    reads[`${sp} template`] = () => templates("t").get(undefined, watch);
  }
  reads["app template"] = () => graph.applications("app").synchronization.templates("t").get(undefined, watch);
  const found: string[] = [];
  for (const [name, read] of Object.entries(reads)) {
    await read();
    if (outcomes.at(-1) === "hit") found.push(name);
  }
  return found;
}

const all = ["sp job", "sp schema", "sp template", "other job", "other schema", "other template", "app template"];
const without = (...names: readonly string[]): readonly string[] => all.filter((name) => !names.includes(name));

const changing: Readonly<Record<string, (there: Setting) => Promise<unknown>>> = {
  start: ({ graph }) => graph.servicePrincipals("sp").synchronization.jobs("j").start(),
  "start, with the id in capitals": ({ graph }) => graph.servicePrincipals("SP").synchronization.jobs("j").start(),
  "replace the schema": ({ graph }) =>
    graph.servicePrincipals("sp").synchronization.jobs("j").schema.replace({ synchronizationRules: [] }),
  "update a template of the application": ({ graph }) =>
    graph.applications("app").synchronization.templates("t").update({ id: "t" }),
  "validate credentials": ({ graph }) =>
    graph.servicePrincipals("sp").synchronization.jobs("j").validateCredentials({ useSavedCredentials: true }),
  "a write of which nothing is known": ({ graph }) => graph.call(unknownWrite, {}),
  "a batch with a write": ({ graph }) => batch(graph, [batchItem(pauseJob, { servicePrincipalId: "sp", jobId: "j" })]),
  "a batch that only reads": ({ graph }) => batch(graph, [batchItem(listJobs, { servicePrincipalId: "sp" })]),
};

describe("a write makes stale", () => {
  test.each([
    ["start", without("sp job")],
    ["start, with the id in capitals", without("sp job")],
    ["replace the schema", without("sp job", "sp schema")],
    // An application's address does not say which service principal is its own.
    ["update a template of the application", without("sp template", "other template", "app template")],
    ["validate credentials", all],
    ["a write of which nothing is known", []],
    ["a batch with a write", []],
    ["a batch that only reads", all],
  ] as const)("%s: what it changes, and leaves the rest", async (write, left) => {
    const there = setting(cache());
    expect(await kept(there)).toEqual([]);
    expect(await kept(there)).toEqual(all);
    await changing[write]?.(there);
    expect(await kept(there)).toEqual(left);
  });

  test("also when it failed", async () => {
    const there = setting(cache(), ({ method }) =>
      method === "GET" ? jsonResponse({ id: "j" }) : jsonResponse({}, 500),
    );
    await readJob(there.graph, there.watch);
    await expect(changing["start"]?.(there)).rejects.toSatisfy(isGraphServiceError);
    await readJob(there.graph, there.watch);
    expect(there.outcomes).toEqual(["miss", "miss"]);
  });

  test("for every client with the same store", async () => {
    const store = memoryStore();
    const host = fakeHost();
    const [one, other] = [
      setting(cache({ store }), counted(), { host }),
      setting(cache({ store }), counted(), { host }),
    ];
    await readJob(other.graph, other.watch);
    await one.graph.servicePrincipals("sp").synchronization.jobs("j").start();
    await readJob(other.graph, other.watch);
    expect(other.outcomes).toEqual(["miss", "miss"]);
  });
});

describe("a read that began before a write", () => {
  /** Answers a read, as the state was when it came, only when it is let go. */
  function slow(): { readonly answer: Answer; letGo(): void; letWrite(): void } {
    const [read, write] = [held(), held()];
    let state = "before";
    let reads = 0;
    return {
      letGo: read.release,
      letWrite: write.release,
      answer: async ({ method }) => {
        if (method !== "GET") {
          await write.until;
          state = "after";
          return jsonResponse(undefined, 204);
        }
        const answer = jsonResponse({ id: state });
        if (++reads === 1) await read.until;
        return answer;
      },
    };
  }

  test("and ended after it is not kept", async () => {
    const { answer, letGo, letWrite } = slow();
    const { graph } = setting(cache(), answer);
    const early = readJob(graph);
    await turn();
    letWrite();
    await graph.servicePrincipals("sp").synchronization.jobs("j").start();
    letGo();
    expect(await early).toBe("before");
    expect(await readJob(graph)).toBe("after");
  });

  test("and ended during it is not kept, nor is one that came between", async () => {
    const { answer, letGo, letWrite } = slow();
    const { graph, outcomes, watch } = setting(cache(), answer);
    const early = readJob(graph, watch);
    await turn();
    const writing = graph.servicePrincipals("sp").synchronization.jobs("j").start();
    await turn();
    letGo();
    expect(await early).toBe("before");
    expect(await readJob(graph, watch)).toBe("before");
    letWrite();
    await writing;
    expect(await readJob(graph, watch)).toBe("after");
    expect(outcomes).toEqual(["miss", "miss", "miss"]);
  });

  test("is not joined by one that comes after it", async () => {
    const { answer, letGo, letWrite } = slow();
    const { graph, outcomes, watch } = setting(cache(), answer);
    const early = readJob(graph, watch);
    await turn();
    letWrite();
    await graph.servicePrincipals("sp").synchronization.jobs("j").start();
    expect(await readJob(graph, watch)).toBe("after");
    letGo();
    await early;
    expect(await readJob(graph, watch)).toBe("after");
    expect(outcomes).toEqual(["miss", "miss", "hit"]);
  });
});

describe("the owner drops", () => {
  const drops: Readonly<
    Record<string, readonly [Parameters<ReturnType<typeof cache>["invalidate"]>[0], readonly string[]]>
  > = {
    everything: [undefined, []],
    "an app": [{ servicePrincipalId: "SP" }, without("sp job", "sp schema", "sp template")],
    operations: [{ operations: ["jobs.schema.get", "templates.get"] }, ["sp job", "other job"]],
    "operations of an app": [{ operations: ["jobs.get"], servicePrincipalId: "other" }, without("other job")],
    "an application": [{ applicationId: "app" }, without("app template")],
  };

  test.each(Object.entries(drops))("%s", async (_, [what, left]) => {
    const plugin = cache();
    const there = setting(plugin);
    await kept(there);
    await plugin.invalidate(what);
    expect(await kept(there)).toEqual(left);
  });

  test("nothing by an argument that names nothing, which is refused", async () => {
    await expect(cache().invalidate({})).rejects.toThrow(/servicePrincipalId/);
    await expect(cache().invalidate({ operations: [] })).rejects.toThrow(/operations/);
  });

  test("all of it with clear, also what is under way", async () => {
    const plugin = cache();
    const answer = held();
    const { graph, outcomes, watch } = setting(plugin, async () => {
      await answer.until;
      return jsonResponse({ value: [] });
    });
    const { jobs } = graph.servicePrincipals("sp").synchronization;
    const early = toArray(jobs.list(undefined, watch));
    await turn();
    await plugin.clear();
    answer.release();
    await early;
    await toArray(jobs.list(undefined, watch));
    expect(outcomes).toEqual(["miss", "miss"]);
  });
});
