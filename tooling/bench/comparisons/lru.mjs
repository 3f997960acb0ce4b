import { memoryStore } from "@graph-sync/plugin-cache";
import { LRUCache } from "lru-cache";

/** Why the memory store is our own: a store of 500 entries, asked for 600 keys in turn and some again. */
export const name = "lru";
export const title = "the memory store against lru-cache: 1,000 reads and the writes of what was missing";
export const baseline = "lru-cache";

const entry = Object.freeze({
  status: 200,
  headers: Object.freeze({ "content-type": "application/json" }),
  body: "x".repeat(2_000),
  keptAt: 0,
  lifetimeMs: 5_000,
  version: "1",
});

/** @type {readonly import("../comparisons.mjs").Contestant[]} */
export const contestants = [
  {
    name: "lru-cache",
    setup: () => {
      /** @type {LRUCache<string, typeof entry>} */
      const store = new LRUCache({
        max: 500,
        maxSize: 2 ** 26,
        sizeCalculation: ({ body, headers }, key) => {
          let characters = key.length + body.length;
          for (const [name, value] of Object.entries(headers)) characters += name.length + value.length;
          return 256 + 2 * characters;
        },
      });
      return runner(
        (key) => store.get(key),
        (key) => void store.set(key, entry),
      );
    },
  },
  {
    name: "memoryStore",
    setup: () => {
      const store = memoryStore();
      return runner(
        (key) => store.get(key),
        (key) => void store.set(key, entry, 5_000),
      );
    },
  },
];

/**
 * @param {(key: string) => unknown} get
 * @param {(key: string) => void} set
 */
function runner(get, set) {
  const keys = Array.from({ length: 600 }, (_, at) => `GET https://graph.microsoft.com/v1.0/servicePrincipals/${at}`);
  let seldom = 0;
  return {
    run: async () => {
      for (let turn = 0; turn < 1_000; turn += 1) {
        // Two of three reads are of a few keys, as in life; the others are of more than fit.
        const key = keys[turn % 3 === 0 ? (seldom += 1) % keys.length : turn % 50] ?? "";
        if (get(key) === undefined) set(key);
      }
    },
    close: () => undefined,
  };
}
