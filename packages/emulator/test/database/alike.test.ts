import { expect, test } from "vitest";
import { engineAt } from "../../src/database/engine.ts";
import { openDatabase } from "../../src/database/open.ts";
import { createEmulator, isEmulatorError } from "../../src/index.ts";
import { newDatabase, newLastingDatabase, store } from "../database-under-test.ts";
import { get, startEmulator } from "../emulator-under-test.ts";

const key = Buffer.alloc(32, "k").toString("base64");

/** An app of this name; `end` makes its ids. */
function app(displayName: string, end: number): object {
  const [id, appId, servicePrincipal] = [1, 2, 3].map((part) => `aaaaaaaa-000${part}-4000-8000-00000000000${end}`);
  return { id, appId, displayName, servicePrincipal: { id: servicePrincipal } };
}

test("texts are in the order of their bytes, whatever the language of the database", async () => {
  const names = ["Éclair", "apple", "Zebra", "a b", "ab", "_x", "B"];
  const emulator = await startEmulator({ seed: { applications: names.map(app) } });
  const directory = await emulator.directory();
  expect(directory.map(({ displayName }) => displayName)).toEqual(["B", "Zebra", "_x", "a b", "ab", "apple", "Éclair"]);
});

test("a zero byte finds nothing, and breaks nothing", async () => {
  expect((await get(await startEmulator(), "v1.0/servicePrincipals/a%00b/synchronization")).status).toBe(404);
});

test("several emulators may open one new database at once, and one of them fills it", async () => {
  const database = await newLastingDatabase();
  const emulators = await Promise.all([1, 2, 3, 4, 5].map(() => startEmulator({ database })));
  expect(emulators.filter(({ seeded }) => seeded)).toHaveLength(1);
  for (const emulator of emulators) expect(await emulator.directory()).toHaveLength(2);
});

test("what one emulator writes, the next one reads", async () => {
  const database = await newLastingDatabase();
  const first = await createEmulator({ database, key });
  const directory = await first.directory();
  await first.close();
  const second = await startEmulator({ database, seed: { applications: [] } });
  expect([second.seeded, await second.directory()]).toEqual([false, directory]);
});

test("a PostgreSQL server that is not there is named without the password", async () => {
  const failure: unknown = await createEmulator({ database: "postgres://me:pw@127.0.0.1:1/tenant", key }).catch(
    (error: unknown) => error,
  );
  expect(isEmulatorError(failure) && [failure.code, failure.message]).toEqual([
    "bad-database",
    "The database postgres://127.0.0.1:1/tenant cannot be used: nothing listens there. Start PostgreSQL, or correct the host and the port.",
  ]);
});

test.each(["postgres://me:pw@[::1/tenant", "postgres://me:pw@127.0.0.1:123456/tenant", "postgres:me:pw@host/x"])(
  "an address that is no URL is refused without its password: %s",
  async (database) => {
    const failure: unknown = await createEmulator({ database, key }).catch((error: unknown) => error);
    expect(isEmulatorError(failure) && failure.code).toBe("bad-database");
    expect(failure).toHaveProperty("message", expect.not.stringContaining("pw"));
    expect(failure).toHaveProperty("message", expect.stringMatching(/Write /u));
  },
);

if (store === "postgres") {
  test.each([
    ["a database that the server lacks", (url: URL) => new URL("none", url), /no such database.*createdb/u],
    [
      "a user that the server lacks",
      (url: URL) => asUser("nobody", url),
      /role "nobody" does not exist|let this user/u,
    ],
  ])("%s is refused with a sentence", async (_, change, sentence) => {
    const database = change(new URL(await newLastingDatabase())).href;
    const failure: unknown = await createEmulator({ database, key }).catch((error: unknown) => error);
    expect(isEmulatorError(failure) && failure.code).toBe("bad-database");
    expect(failure).toHaveProperty("message", expect.stringMatching(sentence));
  });
}

function asUser(name: string, url: URL): URL {
  url.username = name;
  return url;
}

test("a value that no database keeps in a text is refused, and ends nothing", async () => {
  const { db } = await openDatabase(engineAt(await newDatabase()), () => Promise.resolve(false));
  try {
    // As when a check of a body was forgotten.
    const slip = true as unknown as string;
    const row = { id: "one", app_id: "one", display_name: slip, document: null };
    await expect(db.insertInto("applications").values(row).execute()).rejects.toThrow();
  } finally {
    await db.destroy();
  }
});
