import { type CacheEntry, memoryStore } from "@graph-sync/plugin-cache";
import { expect, test } from "vitest";

const entry = (body: string): CacheEntry => ({ status: 200, headers: {}, body, keptAt: 0, generation: 0 });

test("the entry that was not used for the longest time goes first", () => {
  const store = memoryStore({ maxEntries: 2 });
  void store.set("a", entry("a"), 1);
  void store.set("b", entry("b"), 1);
  void store.get("a");
  void store.set("c", entry("c"), 1);
  expect(["a", "b", "c"].map((key) => store.get(key) !== undefined)).toEqual([true, false, true]);
});

test("all bodies together stay under the limit, and one that is over it alone is not kept", () => {
  const store = memoryStore({ maxCharacters: 10 });
  void store.set("a", entry("x".repeat(6)), 1);
  void store.set("b", entry("x".repeat(6)), 1);
  expect([store.get("a"), store.get("b")]).toEqual([undefined, entry("x".repeat(6))]);
  void store.set("b", entry("x".repeat(11)), 1);
  expect(store.get("b")).toBe(undefined);
  void store.set("c", entry("x".repeat(10)), 1);
  expect(store.get("c")).toBeDefined();
});

test("an entry that is replaced is counted once", () => {
  const store = memoryStore({ maxCharacters: 10 });
  for (let i = 0; i < 5; i++) void store.set("a", entry("x".repeat(6)), 1);
  void store.set("b", entry("xxxx"), 1);
  expect([store.get("a"), store.get("b")]).toEqual([entry("xxxxxx"), entry("xxxx")]);
});

test.each([0, -1, 1.5, Number.NaN])("a limit of %s is refused", (limit) => {
  expect(() => memoryStore({ maxEntries: limit })).toThrow(/positive integer/);
  expect(() => memoryStore({ maxCharacters: limit })).toThrow(/positive integer/);
});
