import { expect, test } from "vitest";
import { engineAt } from "../../src/database/engine.ts";
import { openDatabase } from "../../src/database/open.ts";
import { parsed } from "../../src/database/parsed.ts";
import { prepared } from "../../src/database/prepared.ts";
import { newDatabase } from "../database-under-test.ts";

test("a prepared query is built once, and asked with other values, also inside a transaction", async () => {
  let built = 0;
  const named = prepared((db, parameter: (name: "id" | "name") => string) => {
    built += 1;
    const ids = db.selectFrom("applications").select("id");
    return ids.where("display_name", "=", parameter("name")).where("id", "=", parameter("id"));
  });
  const { db } = await openDatabase(engineAt(await newDatabase()), () => Promise.resolve(false));
  try {
    const rows = ["one", "two"].map((id) => ({ id, app_id: id, display_name: `App ${id}`, document: null }));
    await db.insertInto("applications").values(rows).execute();
    expect(await named(db, { id: "one", name: "App one" })).toEqual([{ id: "one" }]);
    expect(await named(db, { id: "two", name: "App two" })).toEqual([{ id: "two" }]);
    expect(await named(db, { id: "two", name: "App one" })).toEqual([]);
    const inside = await db.transaction().execute(async (transaction) => {
      await transaction.updateTable("applications").set({ display_name: "New" }).where("id", "=", "one").execute();
      return named(transaction, { id: "one", name: "New" });
    });
    expect(inside).toEqual([{ id: "one" }]);
    expect(built).toBe(1);
  } finally {
    await db.destroy();
  }
});

test("what a transaction has not brought to its end is nobody else's to see", async () => {
  const names = prepared((db, parameter: (name: "id") => string) =>
    db.selectFrom("applications").select("display_name").where("id", "=", parameter("id")),
  );
  const { db } = await openDatabase(engineAt(await newDatabase()), () => Promise.resolve(false));
  try {
    await db.insertInto("applications").values({ id: "1", app_id: "1", display_name: "old", document: null }).execute();
    expect(await names(db, { id: "1" })).toEqual([{ display_name: "old" }]);
    const beside: Promise<unknown>[] = [];
    const inside = db.transaction().execute(async (transaction) => {
      await transaction.updateTable("applications").set({ display_name: "new" }).execute();
      expect(await names(transaction, { id: "1" })).toEqual([{ display_name: "new" }]);
      beside.push(names(db, { id: "1" }));
      throw new Error("no");
    });
    await expect(inside).rejects.toThrow("no");
    expect(await Promise.all(beside)).toEqual([[{ display_name: "old" }]]);
  } finally {
    await db.destroy();
  }
});

test("a document that was parsed before is the same object, which nobody can change", () => {
  const document = parsed('{"a":{"b":[1]}}') as { readonly a: { readonly b: number[] } };
  expect(document).toEqual({ a: { b: [1] } });
  expect(parsed('{"a":{"b":[1]}}')).toBe(document);
  expect(() => document.a.b.push(2)).toThrow(TypeError);
  expect(() => parsed('{"a":')).toThrow(SyntaxError);
});

test("a document that is too large to be remembered is parsed each time", () => {
  const text = JSON.stringify({ a: "x".repeat(9_000) });
  expect(parsed(text)).toEqual(parsed(text));
  expect(parsed(text)).not.toBe(parsed(text));
});
