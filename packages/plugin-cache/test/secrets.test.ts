import {
  batch,
  batchItem,
  bearer,
  type Client,
  createClient,
  getSynchronization,
  type GraphRequest,
  type GraphResponse,
  listSecrets,
  type Operation,
} from "@graph-sync/core";
import * as operations from "@graph-sync/core/operations";
import { cache, type CacheStore, keyvStore, memoryStore } from "@graph-sync/plugin-cache";
import { fakeHost, jsonResponse, scriptedTransport } from "@graph-sync/testing";
import KeyvRedis from "@keyv/redis";
import { Keyv } from "keyv";
import { afterAll, describe, expect, test } from "vitest";
import { held, stableIdentity, turn } from "./clients.ts";
import { redis } from "./redis.ts";

const canary = "CANARY-4711";

/** Writes down every byte that a store is given; it stays the object it is, since the cache knows a memory store. */
function overheard(store: CacheStore): { readonly store: CacheStore; readonly said: string[] } {
  const said: string[] = [];
  const set = store.set.bind(store);
  store.set = (key, entry, lifetimeMs) => {
    said.push(JSON.stringify([key, entry, lifetimeMs]));
    return set(key, entry, lifetimeMs);
  };
  return { store, said };
}

/** Secrets wherever the service has some: in the container, beside it, in results, in batches, in cookies. */
function service({ operation: { id } }: GraphRequest): GraphResponse {
  const secrets = [{ key: "SecretToken", value: canary }];
  const headers = { "set-cookie": `session=${canary}` };
  if (id === "batch") {
    const body = { value: secrets, secrets };
    return jsonResponse({
      responses: Array.from({ length: 20 }, (_, at) => ({ id: String(at + 1), status: 200, headers: {}, body })),
    });
  }
  if (id === "synchronization.get") return jsonResponse({ id: "1", secrets }, 200, headers);
  if (/^secrets|^connectivity|provisionOnDemand|acquire|ping/i.test(id))
    return jsonResponse({ value: secrets, key: canary }, 200, headers);
  if (id === "servicePrincipals.get") return jsonResponse({ id: "1", synchronization: { secrets } }, 200, headers);
  if (id === "applications.get")
    return jsonResponse({ id: "1", passwordCredentials: [{ secretText: canary }] }, 200, headers);
  if (id === "users.get")
    return { ...jsonResponse({}, 200, headers), body: `{"id":"1","\\u0073ecrets":[{"value":"${canary}"}]}` };
  return jsonResponse({ id: "1", value: [] }, 200, headers);
}

/** Calls every row there is, reads twice. */
async function callEverything(graph: Client): Promise<number> {
  let calls = 0;
  for (const row of Object.values(operations)) {
    // Every row takes its ids, and writes take a body; what it answers is of no interest here.
    const anyRow = row as unknown as Operation<string, object, unknown>;
    const names = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const ids = names.flatMap((name) => {
      if (name === "root") return [];
      const onlyApplications = "roots" in row && !(row.roots as readonly string[]).includes("servicePrincipals");
      return [[name === "id" ? (onlyApplications ? "applicationId" : "servicePrincipalId") : name, "1"]];
    });
    const input = Object.fromEntries(ids) as object;
    const full = row.method === "GET" ? input : { ...input, body: { Operations: [{}], value: [] } };
    for (let time = 0; time < 2; time += 1) await graph.call(anyRow, full).catch(() => undefined);
    calls += 1;
  }
  await graph.servicePrincipals("1").synchronization.get({ select: ["id", "secrets"] });
  await graph.servicePrincipals("1").synchronization.get({ expand: ["jobs"] });
  // A service that does not keep to `$select`.
  await graph.servicePrincipals("1").synchronization.get({ select: ["id"] });
  await graph.servicePrincipals("1").get(undefined, { headers: { "x-api-key": canary } });
  await batch(graph, [
    batchItem(getSynchronization, { servicePrincipalId: "1" }),
    batchItem(listSecrets, { servicePrincipalId: "1" }),
  ]);
  return calls;
}

interface Case {
  readonly title: string;
  make(): CacheStore;
  /** All that is in it, as its server has it. */
  bytes?(): Promise<string>;
}

const stores: readonly Case[] = [
  { title: "memoryStore", make: () => memoryStore() },
  { title: "keyvStore", make: () => keyvStore(new Keyv()) },
  ...(redis.reason === undefined ? [{ title: "Redis", make: () => keyvStore(redisKeyv()), bytes: dump }] : []),
];

const opened: Keyv[] = [];

function redisKeyv(): Keyv {
  const keyv = new Keyv({ store: new KeyvRedis(redis.url), namespace: "secrets" });
  opened.push(keyv);
  return keyv;
}

afterAll(async () => {
  for (const keyv of opened) await keyv.disconnect();
});

/** All bytes of the server: every key and every value. */
async function dump(): Promise<string> {
  const adapter = new KeyvRedis<string>(redis.url);
  const client = await adapter.getClient();
  const said: string[] = [];
  if (!("keys" in client)) throw new Error("It is a cluster.");
  for (const key of await client.keys("*")) said.push(key, (await client.get(key)) ?? "");
  await adapter.disconnect();
  return said.join("\n");
}

describe.each(stores)("$title", ({ make, bytes }) => {
  test("has no secret in any byte after everything was called", async () => {
    for (const auth of [bearer(canary), stableIdentity()]) {
      const { store, said } = overheard(make());
      const transport = scriptedTransport((request) => service(request));
      const lifetimesMs = { stable: 1e9, changing: 1e9, "secrets.list": 1e9, "synchronization.get": 1e9 };
      const graph = createClient({ transport, plugins: [cache({ store, lifetimesMs }), auth], host: fakeHost() });
      const calls = await callEverything(graph);
      await turn();
      expect(calls).toBe(Object.keys(operations).length);
      expect(JSON.stringify(transport.requests.map(service))).toContain(canary);
      // Of a store that is shared, an identity that only this process knows is kept out.
      if (!store.shared || auth.partition?.stable === true) expect(said.length).toBeGreaterThan(10);
      else expect(said).toEqual([]);
      expect(said.join("\n")).not.toContain(canary);
    }
    if (bytes !== undefined) {
      const dumped = await bytes();
      expect(dumped).toContain('"status":200');
      expect(dumped).not.toContain(canary);
    }
  });
});

describe("the container", () => {
  test.each([
    [{ select: ["id"] }, true],
    [{ select: ["id", "templates"] }, true],
    [{ select: ["id"], expand: ["jobs"] }, true],
    [undefined, false],
    [{}, false],
    [{ expand: ["jobs"] }, false],
    [{ select: ["id", "secrets"] }, false],
    [{ select: ["id"], expand: ["secrets"] }, false],
  ] as const)("read with %j is kept: %j", async (query, isKept) => {
    const transport = scriptedTransport(jsonResponse({ id: "1" }));
    const graph = createClient({ transport, plugins: [cache()] });
    // A program without types may ask for anything.
    const read = graph.servicePrincipals("1").synchronization.get as (query: unknown) => Promise<unknown>;
    for (let time = 0; time < 2; time += 1) await read(query);
    expect(transport.requests).toHaveLength(isKept ? 1 : 2);
  });

  test("inside a batch is neither kept nor answered from what is kept", async () => {
    const { until, release } = held();
    const transport = scriptedTransport(async (request) => {
      await until;
      return service(request);
    });
    const graph = createClient({ transport, plugins: [cache()] });
    const read = (): Promise<unknown> => batch(graph, [batchItem(getSynchronization, { servicePrincipalId: "1" })]);
    const reads = Promise.all([read(), read()]);
    await turn();
    release();
    await reads;
    await read();
    expect(transport.requests).toHaveLength(3);
  });
});
