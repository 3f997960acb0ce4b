import assert from "node:assert/strict";
import { emptyHeaders } from "@graph-sync/core";
import type { CacheStoreCase, CacheStoreFactory, KeptAnswer, StoreUnderTest } from "../cache-store-contract.ts";

const minuteMs = 60_000;

/** What is put in comes out. */
export const entryCases: readonly CacheStoreCase[] = [
  {
    title: "says whether other processes may see what it keeps",
    async run(factory) {
      assert.equal(typeof (await emptied(factory)).shared, "boolean");
    },
  },
  ...Object.entries(bodies()).map(([what, body]): CacheStoreCase => ({
    title: `gives back an answer whose body is ${what}, in all its parts`,
    async run(factory) {
      const store = await emptied(factory);
      const entry = answer(body);
      await store.set("key", entry, minuteMs);
      assert.deepEqual(plain(await store.get("key")), plain(entry));
    },
  })),
  {
    title: "gives headers back without a prototype, also one that is called __proto__",
    async run(factory) {
      const store = await emptied(factory);
      const headers = emptyHeaders();
      headers["__proto__"] = "only a header";
      headers["x-ümlaut"] = 'ß, "quoted"';
      await store.set("key", { ...answer("{}"), headers }, minuteMs);
      const kept = await store.get("key");
      assert.equal(Object.getPrototypeOf(kept?.headers), null);
      assert.deepEqual(Object.entries(kept?.headers ?? {}), Object.entries(headers));
    },
  },
  ...[0.5, 1, 5_000.25, 2 ** 31, 2 ** 45, Infinity].map((lifetimeMs): CacheStoreCase => ({
    title: `takes a lifetime of ${lifetimeMs} ms`,
    async run(factory) {
      const store = await emptied(factory);
      await store.set("key", answer("{}"), lifetimeMs);
      const kept = await store.get("key");
      if (lifetimeMs >= 5_000 || kept !== undefined) assert.deepEqual(plain(kept), plain(answer("{}")));
    },
  })),
  {
    title: "keeps what it was given, whatever is done to it afterwards",
    async run(factory) {
      const store = await emptied(factory);
      const given = Object.freeze({ ...answer('{"good":true}'), headers: Object.freeze({ ...answer("").headers }) });
      await store.set("key", given, minuteMs);
      const first = await store.get("key");
      for (const [owner, name] of [
        [first, "body"],
        [first?.headers, "etag"],
      ] as const) {
        if (owner !== undefined) Reflect.set(owner, name, "evil");
      }
      assert.deepEqual(plain(await store.get("key")), plain(given));
    },
  },
  {
    title: "replaces an answer",
    async run(factory) {
      const store = await emptied(factory);
      await store.set("key", answer("{}"), minuteMs);
      await store.set("key", answer('{"second":true}'), minuteMs);
      assert.equal((await store.get("key"))?.body, '{"second":true}');
    },
  },
];

function bodies(): Readonly<Record<string, string>> {
  return {
    empty: "",
    "an object": '{"value":[{"id":"1"}]}',
    "of many scripts": '{"name":"Zoë Müller, 山田, 😀, \\u0000"}',
    "what a serializer of stores may take for its own": ":base64:e30=",
    "a megabyte long": `{"value":"${"x".repeat(1024 * 1024)}"}`,
  };
}

/** A fresh store with nothing in it. */
export async function emptied(factory: CacheStoreFactory): Promise<StoreUnderTest> {
  const store = await factory();
  await store.clear();
  return store;
}

export function answer(body: string): KeptAnswer {
  const headers = Object.assign(emptyHeaders(), { "content-type": "application/json", etag: 'W/"1"' });
  return { status: 200, headers, body, keptAt: 1_767_225_600_000, lifetimeMs: 5_000, version: "run 17" };
}

/** The parts, whatever their prototypes. */
function plain(entry: KeptAnswer | undefined): unknown {
  return entry === undefined ? undefined : { ...entry, headers: { ...entry.headers } };
}
