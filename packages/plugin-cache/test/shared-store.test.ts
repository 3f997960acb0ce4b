import { bearer, type Client } from "@graph-sync/core";
import { cache, type CachePlugin, keyvStore } from "@graph-sync/plugin-cache";
import { type FakeHost, fakeHost } from "@graph-sync/testing";
import KeyvRedis from "@keyv/redis";
import { Keyv } from "keyv";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Answer, counted, readJob, setting, type Setting, stableIdentity } from "./clients.ts";
import { redis } from "./redis.ts";

const opened: Keyv[] = [];

/** A connection of its own, as a process has it. */
function connection(): Keyv {
  const keyv = new Keyv({ store: new KeyvRedis(redis.url), namespace: "shared" });
  opened.push(keyv);
  return keyv;
}

/** A process: its own plugin, store and connection; time passes for all of them together. */
function process(host: FakeHost, answer: Answer, auth = stableIdentity()): Setting & { readonly plugin: CachePlugin } {
  const plugin = cache({ store: keyvStore(connection()) });
  return { ...setting(plugin, answer, { host, auth }), plugin };
}

/** A kept answer goes to the store beside the call, over a real socket. */
async function stored(keyv: Keyv, count: number): Promise<void> {
  for (let turn = 0; (await keysOf(keyv)).length < count; turn += 1) {
    if (turn > 200) throw new Error(`There are ${(await keysOf(keyv)).length} keys instead of ${count}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function keysOf(keyv: Keyv): Promise<readonly string[]> {
  const keys: string[] = [];
  // A Keyv on Redis can be walked.
  for await (const [key] of keyv.iterator?.(undefined) ?? []) keys.push(String(key));
  return keys;
}

/** The stamps of a read of a job, and the answer. */
const ofOneRead = 5;

const job = (graph: Client): ReturnType<ReturnType<Client["servicePrincipals"]>["synchronization"]["jobs"]> =>
  graph.servicePrincipals("sp").synchronization.jobs("j");

describe.skipIf(redis.reason !== undefined)("processes that share a Redis", () => {
  beforeEach(async () => connection().clear());
  afterAll(async () => {
    for (const keyv of opened) await keyv.disconnect();
  });

  test("share answers of one identity", async () => {
    const host = fakeHost();
    const answer = counted();
    const [one, other] = [process(host, answer), process(host, answer)];
    expect(await readJob(one.graph, one.watch)).toBe("1");
    await stored(connection(), ofOneRead);
    expect(await readJob(other.graph, other.watch)).toBe("1");
    expect([one.outcomes, other.outcomes]).toEqual([["miss"], ["hit"]]);
    await host.clock.advance(5_000);
    expect(await readJob(other.graph, other.watch)).toBe("2");
  });

  test("do not share answers of different identities, nor of one that no other process can know", async () => {
    const host = fakeHost();
    const answer = counted();
    const one = process(host, answer);
    await readJob(one.graph);
    await stored(connection(), ofOneRead);
    const other = process(host, answer, stableIdentity("tenant/other"));
    expect(await readJob(other.graph)).toBe("2");
    const before = await keysOf(connection());
    const unknown = process(host, answer, bearer("token"));
    expect([await readJob(unknown.graph), await readJob(unknown.graph)]).toEqual(["3", "3"]);
    expect(unknown.transport.requests).toHaveLength(1);
    expect((await keysOf(connection())).length).toBeGreaterThanOrEqual(before.length);
    await host.clock.advance(1);
    // Its answer is in the memory of its own process: every key is of the two others.
    expect(await keysOf(connection())).toHaveLength(2 * ofOneRead - 3);
  });

  test("see a write of another one after its answer's lifetime or five seconds, whichever is sooner", async () => {
    const host = fakeHost();
    const answer = counted();
    const [writer, reader] = [process(host, answer), process(host, answer)];
    const schema = async ({ graph }: Setting): Promise<unknown> => {
      const { id } = await job(graph).schema.get();
      return id;
    };
    expect(await schema(reader)).toBe("1");
    await stored(connection(), ofOneRead);
    expect(await schema(writer)).toBe("1");
    await job(writer.graph).schema.replace({ synchronizationRules: [] });
    // Its own process sees it at once.
    expect(await schema(writer)).toBe("2");
    await host.clock.advance(4_999);
    expect(["1", "2"]).toContain(await schema(reader));
    await host.clock.advance(1);
    expect(await schema(reader)).not.toBe("1");
  });

  test("do not put back what they read before another one's write", async () => {
    const host = fakeHost();
    let state = "before";
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    const answer: Answer = async (request) => {
      const given = await counted()(request);
      return request.method === "GET" ? { ...given, body: JSON.stringify({ id: state }) } : given;
    };
    const writer = process(host, answer);
    const reader = process(host, async (request) => {
      const given = await answer(request);
      await until;
      return given;
    });
    await readJob(writer.graph);
    await stored(connection(), ofOneRead);
    await writer.plugin.invalidate({ operations: ["jobs.get"] });
    const early = readJob(reader.graph);
    while (reader.transport.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    state = "after";
    await job(writer.graph).start();
    release();
    expect(await early).toBe("before");
    // A third one, which was not there before, may not find what the reader kept.
    expect(await readJob(process(host, answer).graph)).toBe("after");
  });

  test("lose answers, and never find old ones, where the store loses anything", async () => {
    const host = fakeHost();
    const answer = counted();
    const reader = process(host, answer);
    expect(await readJob(reader.graph)).toBe("1");
    const keyv = connection();
    await stored(keyv, ofOneRead);
    const keys = await keysOf(keyv);
    for (const key of keys) {
      const value: unknown = await keyv.get(key);
      const isStamp = typeof value === "object" && value !== null && "status" in value && value.status === 0;
      if (isStamp) await keyv.delete(key);
    }
    expect(await readJob(process(host, answer).graph)).toBe("2");
  });

  test("go on without it when it is gone, and an event says so", async () => {
    const faults: string[] = [];
    const nowhere = new KeyvRedis({ url: "redis://127.0.0.1:1", socket: { reconnectStrategy: false } });
    const keyv = new Keyv({ store: nowhere, namespace: "gone" });
    const plugin = cache({ store: keyvStore(keyv), onStoreFault: ({ reason }) => faults.push(reason) });
    const { graph, host } = setting(plugin, counted(), { auth: stableIdentity() });
    const read = readJob(graph);
    for (let turn = 0; turn < 10; turn += 1) await host.clock.advance(10);
    expect(await read).toBe("1");
    expect(faults.length).toBeGreaterThan(0);
  });
});
