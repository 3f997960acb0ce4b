import { isInvalidRequestError } from "@graph-sync/core";
import { type CacheEntry, memoryStore, type MemoryStoreOptions } from "@graph-sync/plugin-cache";
import { describe, expect, test } from "vitest";

const entry = (body: string): CacheEntry => ({ status: 200, headers: {}, body, keptAt: 0, lifetimeMs: 1, version: "" });

/** Which of these keys it has, without using any. */
function has(options: MemoryStoreOptions, run: (store: ReturnType<typeof memoryStore>) => void, keys: string): string {
  const store = memoryStore(options);
  run(store);
  return Array.from(keys)
    .filter((key) => store.get(key) !== undefined)
    .join("");
}

describe("memoryStore", () => {
  test("forgets first what was not used for the longest time", () => {
    const run = (store: ReturnType<typeof memoryStore>): void => {
      for (const key of "abc") void store.set(key, entry(""), 1);
      void store.get("a");
      void store.set("d", entry(""), 1);
    };
    expect(has({ maxEntries: 3 }, run, "abcd")).toBe("acd");
  });

  test("has what a list would have after anything was read, written and replaced in any order", () => {
    const store = memoryStore({ maxEntries: 6, maxBytes: 5_000 });
    let list: { readonly key: string; readonly bytes: number }[] = [];
    let seed = 4_711;
    // Numerical Recipes' generator: the same numbers in every run.
    const below = (end: number): number => {
      seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
      return Math.floor((seed / 2 ** 32) * end);
    };
    for (let turn = 0; turn < 3_000; turn += 1) {
      const key = "abcdefghij"[below(10)] ?? "";
      const found = list.find((one) => one.key === key);
      if (below(3) === 0) {
        const length = below(30) === 0 ? 3_000 : below(600);
        void store.set(key, entry("x".repeat(length)), 1);
        const bytes = 256 + 2 * (length + 1);
        list = list.filter((one) => one !== found);
        if (bytes <= 5_000) list.push({ key, bytes });
        while (list.length > 6 || list.reduce((sum, one) => sum + one.bytes, 0) > 5_000) list.shift();
      } else {
        expect(store.get(key) !== undefined).toBe(found !== undefined);
        if (found !== undefined) list = [...list.filter((one) => one !== found), found];
      }
      if (below(500) === 0) {
        void store.clear();
        list = [];
      }
    }
  });

  test("holds no more bytes than it may, two for a character", () => {
    const run = (store: ReturnType<typeof memoryStore>): void => {
      for (const key of "abcd") void store.set(key, entry("x".repeat(1_000)), 1);
    };
    // An entry is 2,000 for its body, 2 for its key, and something for itself.
    expect(has({ maxBytes: 8_000 }, run, "abcd")).toBe("bcd");
    expect(has({ maxBytes: 4_000 }, run, "abcd")).toBe("d");
  });

  test("counts what was replaced once", () => {
    const run = (store: ReturnType<typeof memoryStore>): void => {
      for (let time = 0; time < 100; time += 1) void store.set("a", entry("x".repeat(1_000)), 1);
      void store.set("b", entry(""), 1);
    };
    expect(has({ maxBytes: 4_000 }, run, "ab")).toBe("ab");
  });

  test("does not keep what is larger than all of it, and forgets what it replaces", () => {
    const run = (store: ReturnType<typeof memoryStore>): void => {
      void store.set("a", entry("small"), 1);
      void store.set("b", entry("small"), 1);
      void store.set("a", entry("x".repeat(3_000)), 1);
    };
    expect(has({ maxBytes: 4_000 }, run, "ab")).toBe("b");
  });

  test.each([{ maxEntries: 0 }, { maxEntries: 1.5 }, { maxBytes: -1 }, { maxBytes: Number.NaN }])(
    "refuses %j",
    (options) => {
      let error: unknown;
      try {
        memoryStore(options);
      } catch (thrown) {
        error = thrown;
      }
      expect(isInvalidRequestError(error)).toBe(true);
    },
  );
});
