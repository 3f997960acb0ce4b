import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { engineAt } from "../../src/database/engine.ts";
import { openDatabase } from "../../src/database/open.ts";
import { createEmulator, isEmulatorError, type EmulatorOptions } from "../../src/index.ts";
import { givenKey, type KeySource } from "../../src/sealing/key.ts";
import { vault } from "../../src/sealing/vault.ts";
import { savedCredentials } from "../../src/store/secrets.ts";
import { newFolder, newLastingDatabase } from "../database-under-test.ts";
import { quillnote, send, startEmulator } from "../emulator-under-test.ts";

const value = [
  { key: "BaseAddress", value: "https://scim.example/v2" },
  { key: "SecretToken", value: "s3cr3t-token" },
  { key: "MyOwnKey", value: "0wn-s3cr3t" },
];

/** An emulator that was given these secrets, and is closed. */
async function withSecrets(options: EmulatorOptions): Promise<void> {
  const emulator = await createEmulator(options);
  expect((await send(emulator, "PUT", "secrets", { value })).status).toBe(204);
  await emulator.close();
}

async function readSecrets(database: string | undefined, keys: KeySource): Promise<unknown> {
  const { db } = await openDatabase(engineAt(database), () => Promise.resolve(false));
  try {
    return Object.fromEntries(await savedCredentials(db, vault(keys), quillnote.servicePrincipalId));
  } finally {
    await db.destroy();
  }
}

function everyByteBelow(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "latin1"))
    .join("\n");
}

test("no byte of a secret value reaches the file, also while it is open, and its key reads it again", async () => {
  const folder = newFolder();
  const database = `file:${join(folder, "tenant.db")}`;
  const key = randomBytes(32).toString("base64");
  const emulator = await startEmulator({ database, key });
  await send(emulator, "PUT", "secrets", { value });
  expect(readdirSync(folder)).toContain("tenant.db-wal");
  for (const close of [() => Promise.resolve(), () => emulator.close()]) {
    await close();
    const bytes = everyByteBelow(folder);
    expect(bytes).toContain("MyOwnKey");
    expect(bytes).toContain("https://scim.example/v2");
    expect(bytes).not.toMatch(/s3cr3t/u);
  }
  expect(await readSecrets(database, givenKey(key))).toEqual({
    BaseAddress: "https://scim.example/v2",
    SecretToken: "s3cr3t-token",
    MyOwnKey: "0wn-s3cr3t",
  });
});

test("the secrets of a seed are sealed too", async () => {
  const folder = newFolder();
  const secrets = [...value, { key: "AppKey", value: "*" }];
  const seed = {
    applications: [
      {
        id: "aaaaaaaa-0000-4000-8000-000000000001",
        appId: "aaaaaaaa-0000-4000-8000-000000000002",
        displayName: "App",
        servicePrincipal: { id: quillnote.servicePrincipalId },
        synchronization: { secrets },
      },
    ],
  };
  const database = `file:${join(folder, "tenant.db")}`;
  const key = randomBytes(32).toString("base64");
  const emulator = await createEmulator({ database, key, seed });
  expect((await send(emulator, "GET", "secrets")).body["value"]).toEqual(
    secrets.map((pair) => (pair.key === "BaseAddress" ? pair : { ...pair, value: "*" })),
  );
  await emulator.close();
  expect(everyByteBelow(folder)).not.toMatch(/s3cr3t/u);
  expect(await readSecrets(database, givenKey(key))).toMatchObject({ SecretToken: "s3cr3t-token" });
});

test("without a key, a file gets one beside it with its first secret, for its owner only", async () => {
  const folder = newFolder();
  const database = `file:${join(folder, "tenant.db")}`;
  await (await createEmulator({ database })).close();
  expect(readdirSync(folder)).toEqual(["tenant.db"]);
  await withSecrets({ database });
  expect(readdirSync(folder)).toEqual(["tenant.db", "tenant.db.key"]);
  const file = join(folder, "tenant.db.key");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const key = readFileSync(file, "utf8");
  await withSecrets({ database });
  expect(readFileSync(file, "utf8")).toBe(key);
  expect(await readSecrets(database, givenKey(key))).toMatchObject({ SecretToken: "s3cr3t-token" });
});

test.each<[string, (keyFile: string) => string | undefined, RegExp]>([
  ["another key", () => randomBytes(32).toString("base64"), /sealed with another key.*Give the key/u],
  ["its key file gone", (file) => (unlinkSync(file), undefined), /its key is gone.*Give the key/u],
  [
    "a key file that holds none",
    (file) => (writeFileSync(file, "none"), undefined),
    /tenant\.db\.key is not 32 bytes/u,
  ],
])("a file whose secrets do not open is refused: %s", async (_, change, sentence) => {
  const database = `file:${join(newFolder(), "tenant.db")}`;
  await withSecrets({ database });
  const key = change(`${database.slice("file:".length)}.key`);
  const failure: unknown = await createEmulator({ database, ...(key !== undefined && { key }) }).catch(
    (e: unknown) => e,
  );
  expect(isEmulatorError(failure) && failure.code).toBe("bad-key");
  expect(failure).toHaveProperty("message", expect.stringMatching(sentence));
});

test("a key that is none is refused before anything is opened", async () => {
  const folder = newFolder();
  const opening = createEmulator({ database: `file:${folder}/tenant.db`, key: "hunter2" });
  await expect(opening).rejects.toThrow("The key that was given is not 32 bytes in base64");
  await expect(opening).rejects.not.toThrow("hunter2");
  expect(readdirSync(folder)).toEqual([]);
});

test("whatever database keeps them, secrets are read again with the same key", async () => {
  const database = await newLastingDatabase();
  const key = randomBytes(32).toString("base64");
  await withSecrets({ database, key });
  expect(await readSecrets(database, givenKey(key))).toMatchObject({ MyOwnKey: "0wn-s3cr3t" });
});

test("PostgreSQL needs a key", async () => {
  const failure: unknown = await createEmulator({ database: "postgres://u:pw@127.0.0.1:1/tenant" }).catch(
    (error: unknown) => error,
  );
  expect(isEmulatorError(failure) && failure.code).toBe("bad-key");
  expect(failure).toHaveProperty(
    "message",
    "The database postgres://127.0.0.1:1/tenant outlives this process, so the secrets in it need a key that does too. Make one with openssl rand -base64 32, keep it, and give it each time.",
  );
});
