import assert from "node:assert/strict";
import type { CacheStoreCase } from "../cache-store-contract.ts";
import { answer, emptied } from "./entry-cases.ts";

const minuteMs = 60_000;

/** Keys that a store may take for one another, or for something else. */
const keys = ["k", "K", "k:k", "*", "k*", "__proto__", "constructor", " k", "ключ", '["a","b"]', "k".repeat(5_000)];

/** What is found by which key, and by whom. */
export const keyCases: readonly CacheStoreCase[] = [
  {
    title: "has nothing for a key that was never used",
    async run(factory) {
      const store = await emptied(factory);
      for (const key of keys) assert.equal(await store.get(key), undefined);
    },
  },
  {
    title: "keeps keys apart, however alike they are",
    async run(factory) {
      const store = await emptied(factory);
      for (const [at, key] of keys.entries()) await store.set(key, answer(`{"at":${at}}`), minuteMs);
      for (const [at, key] of keys.entries()) assert.equal((await store.get(key))?.body, `{"at":${at}}`);
    },
  },
  {
    title: "gives each of many calls at a time its own answer",
    async run(factory) {
      const store = await emptied(factory);
      const all = Array.from({ length: 200 }, (_, at) => at);
      await Promise.all(all.map(async (at) => store.set(`key ${at}`, answer(`{"at":${at}}`), minuteMs)));
      const bodies = await Promise.all(all.map(async (at) => (await store.get(`key ${at}`))?.body));
      assert.deepEqual(
        bodies,
        all.map((at) => `{"at":${at}}`),
      );
    },
  },
  {
    title: "forgets everything when it is cleared, and works on",
    async run(factory) {
      const store = await emptied(factory);
      for (const key of keys) await store.set(key, answer("{}"), minuteMs);
      await store.clear();
      for (const key of keys) assert.equal(await store.get(key), undefined);
      await store.set("key", answer("{}"), minuteMs);
      assert.equal((await store.get("key"))?.body, "{}");
    },
  },
  {
    title: "shows what it keeps to another store if it is shared, and to nobody if it is not",
    async run(factory) {
      const one = await emptied(factory);
      const other = await factory();
      await one.set("key", answer("{}"), minuteMs);
      assert.equal((await other.get("key"))?.body, one.shared ? "{}" : undefined);
      await other.clear();
      assert.equal((await one.get("key"))?.body, one.shared ? undefined : "{}");
    },
  },
];
