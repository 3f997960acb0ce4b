import type { SqliteStatement } from "kysely";
import { expect, test } from "vitest";
import { readsUntilWritten } from "../../src/database/reads-until-written.ts";
import { engineAt } from "../../src/database/engine.ts";
import { openDatabase } from "../../src/database/open.ts";

/** A statement that counts how often SQLite was asked. */
function counted(reader: boolean, text = "x"): SqliteStatement & { readonly asked: () => number } {
  let asked = 0;
  return {
    reader,
    all: () => [{ text, asked: (asked += 1) }],
    run: () => ({ changes: (asked += 1), lastInsertRowid: 0 }),
    iterate: () => [][Symbol.iterator](),
    asked: () => asked,
  };
}

test.each([
  ["a write", "update jobs set id = ?", false],
  ["a write that returns rows", "insert into jobs values (?) returning id", true],
  ["the end of a transaction", "rollback", false],
])("what was read is remembered until %s", (_, sql, reader) => {
  const reads = readsUntilWritten();
  const select = counted(true);
  const read = reads.of("select text from t where id = ?", select);
  expect(read.all(["one"])).toBe(read.all(["one"]));
  expect(read.all(["two"])).not.toBe(read.all(["one"]));
  expect(select.asked()).toBe(2);
  const write = reads.of(sql, counted(reader));
  if (reader) write.all(["one"]);
  else write.run(["one"]);
  read.all(["one"]);
  expect(select.asked()).toBe(3);
});

test("in a transaction nothing is remembered, and nobody is told what it saw", () => {
  const reads = readsUntilWritten();
  const select = counted(true);
  const read = reads.of("select text from t", select);
  read.all([]);
  expect(reads.known("select text from t", [])).toEqual([{ text: "x", asked: 1 }]);
  reads.of("begin immediate", counted(false)).run([]);
  expect([read.all([]), read.all([])]).toEqual([[{ text: "x", asked: 2 }], [{ text: "x", asked: 3 }]]);
  expect(reads.known("select text from t", [])).toBeUndefined();
  reads.of("commit", counted(false)).run([]);
  expect(reads.known("select text from t", [])).toBeUndefined();
  expect(read.all([])).toBe(reads.known("select text from t", []));
});

test("no more is remembered than there is room for", () => {
  const reads = readsUntilWritten();
  const read = reads.of("select 1", counted(true, "x".repeat(60_000)));
  for (let key = 0; key < 100; key++) read.all([key]);
  const kept = Array.from({ length: 100 }, (_, key) => reads.known("select 1", [key])).filter(Boolean);
  expect(kept.length * 60_000).toBeLessThan(4_194_304);
  expect(reads.known("select 1", [99])).toBeDefined();
});

test("what is shared cannot be changed, and what is large is not remembered", () => {
  const reads = readsUntilWritten();
  const [row] = reads.of("select 1", counted(true)).all([]);
  expect(() => Object.assign(row ?? {}, { text: "y" })).toThrow(TypeError);
  const large = reads.of("select 2", counted(true, "x".repeat(70_000)));
  expect(large.all([])).not.toBe(large.all([]));
});

test("a transaction sees its own writes, and after it was rolled back nobody does", async () => {
  const { db } = await openDatabase(engineAt(undefined), () => Promise.resolve(false));
  const names = (from: typeof db): Promise<unknown> => from.selectFrom("applications").select("display_name").execute();
  try {
    await db.insertInto("applications").values({ id: "1", app_id: "1", display_name: "old", document: null }).execute();
    expect(await names(db)).toEqual([{ display_name: "old" }]);
    const inside = db.transaction().execute(async (transaction) => {
      await transaction.updateTable("applications").set({ display_name: "new" }).execute();
      expect(await names(transaction)).toEqual([{ display_name: "new" }]);
      throw new Error("no");
    });
    await expect(inside).rejects.toThrow("no");
    expect(await names(db)).toEqual([{ display_name: "old" }]);
  } finally {
    await db.destroy();
  }
});
