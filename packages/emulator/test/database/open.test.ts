import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Libsql from "libsql";
import { expect, test } from "vitest";
import { engineAt } from "../../src/database/engine.ts";
import { openDatabase } from "../../src/database/open.ts";
import { createEmulator, isEmulatorError } from "../../src/index.ts";
import { newFolder } from "../database-under-test.ts";
import { containing, get, quillnote, roots, startEmulator } from "../emulator-under-test.ts";

const synchronization = `v1.0/${roots[0]}/synchronization`;

/** Another program that changes the database while the emulator runs. */
function change(file: string, sql: string): void {
  const database = new Libsql(file);
  database.exec(sql);
  database.close();
}

test("a database that is opened again answers the same object, whatever the seed says now", async () => {
  const database = `file:${join(newFolder(), "tenant.db")}`;
  const first = await createEmulator({ database });
  const before = await get(first, `${synchronization}?$expand=jobs,templates`);
  await first.close();
  const second = await startEmulator({ database, seed: { applications: [] } });
  expect(second.seeded).toBe(false);
  expect((await get(second, `${synchronization}?$expand=jobs,templates`)).body).toEqual(before.body);
});

test("a changed row changes the next answer", async () => {
  const file = join(newFolder(), "tenant.db");
  const emulator = await startEmulator({ database: `file:${file}` });
  const before = await get(emulator, `${synchronization}/jobs`);
  expect(before.body).toMatchObject({ value: [{ schedule: { state: "Active" }, status: { code: "Active" } }] });
  change(file, `update jobs set schedule_state = 'Paused', status_code = 'Paused' where id = '${quillnote.jobId}'`);
  change(file, "update secrets set value = 'https://moved.example' where key = 'BaseAddress'");
  expect((await get(emulator, `${synchronization}/jobs`)).body).toMatchObject({
    value: [{ schedule: { state: "Paused", interval: "PT40M" }, status: { code: "Paused" } }],
  });
  expect((await get(emulator, synchronization)).body).toHaveProperty("secrets[0].value", "https://moved.example");
});

test("a removed service principal takes its jobs with it, and its application stays", async () => {
  const file = join(newFolder(), "tenant.db");
  const emulator = await startEmulator({ database: `file:${file}` });
  change(file, `pragma foreign_keys = on; delete from service_principals where id = '${quillnote.servicePrincipalId}'`);
  expect((await get(emulator, synchronization)).status).toBe(404);
  const application = `v1.0/applications/${quillnote.applicationId}/synchronization`;
  expect((await get(emulator, `${application}?$expand=jobs,templates`)).body).toMatchObject({
    id: quillnote.applicationId,
    secrets: [],
    jobs: [],
    templates: [{ id: "scim" }],
  });
  expect((await get(emulator, `${application}/jobs/${quillnote.jobId}`)).status).toBe(404);
});

test.each([
  ["{", "holds text that is no JSON in jobs.status"],
  ["[]", "holds no JSON object in jobs.status"],
])("a document that was edited to %s is named in a 500", async (text, sentence) => {
  const file = join(newFolder(), "tenant.db");
  const emulator = await startEmulator({ database: `file:${file}` });
  change(file, `update jobs set status = '${text}'`);
  expect(await get(emulator, `${synchronization}/jobs`)).toMatchObject({
    status: 500,
    body: { error: { code: "InternalServerError", message: containing(sentence) } },
  });
  // Which row, and what is in it, is the caller's to know.
  const { body } = await get(emulator, `${synchronization}/jobs`);
  expect(body).toHaveProperty("error.message", `The emulator's database ${sentence}.`);
});

test("the value of a secret never reaches the file", async () => {
  const file = join(newFolder(), "tenant.db");
  const ids = ["1", "2", "3"].map((end) => `aaaaaaaa-0000-4000-8000-00000000000${end}`);
  const keys = ["SecretToken", "AppKey", "ConsumerKey", "Password", "MyOwnKey"];
  const secrets = keys.map((key) => ({ key, value: "s3cr3t-token" }));
  const seed = {
    applications: [
      { id: ids[0], appId: ids[1], displayName: "App", servicePrincipal: { id: ids[2] }, synchronization: { secrets } },
    ],
  };
  await (await createEmulator({ database: `file:${file}`, seed })).close();
  const bytes = readFileSync(file).toString("latin1");
  for (const key of keys) expect(bytes).toContain(key);
  expect(bytes).not.toContain("s3cr3t-token");
});

test("the value of a secret that was written to the file by hand is masked all the same", async () => {
  const file = join(newFolder(), "tenant.db");
  const emulator = await startEmulator({ database: `file:${file}` });
  change(file, "update secrets set value = 's3cr3t-token' where key = 'SecretToken'");
  expect((await get(emulator, `${synchronization}/secrets`)).body).toHaveProperty("value[1]", {
    key: "SecretToken",
    value: "*",
  });
});

test("a file may be given as a URL, and is all there is of the database after close", async () => {
  const folder = newFolder();
  const emulator = await createEmulator({ database: pathToFileURL(join(folder, "a tenant.db")).href });
  await emulator.close();
  expect(readdirSync(folder)).toEqual(["a tenant.db"]);
});

test("several emulators may open the same new file at once, and one of them fills it", async () => {
  const database = `file:${join(newFolder(), "tenant.db")}`;
  const emulators = await Promise.all([1, 2, 3, 4, 5].map(() => startEmulator({ database })));
  expect(emulators.filter((emulator) => emulator.seeded)).toHaveLength(1);
  for (const emulator of emulators) expect(await emulator.directory()).toHaveLength(2);
});

test("an opening that fails does not keep the next one from its turn", async () => {
  const folder = newFolder();
  const failing = createEmulator({ database: `file:${folder}/none/tenant.db` }).catch(() => "refused");
  const opening = startEmulator({ database: `file:${join(folder, "tenant.db")}` });
  expect(await failing).toBe("refused");
  expect((await opening).seeded).toBe(true);
});

test("the apps of a database that lost a table are refused with a sentence", async () => {
  const file = join(newFolder(), "tenant.db");
  const emulator = await startEmulator({ database: `file:${file}` });
  change(file, "drop table jobs");
  const failure: unknown = await emulator.directory().catch((error: unknown) => error);
  expect(isEmulatorError(failure) && failure.code).toBe("bad-database");
  expect(failure).toHaveProperty("message", containing(`${file} cannot be used: no such table: jobs. Name another`));
});

test.each<[string, (folder: string) => string]>([
  ["a zero byte", (folder) => `file:${folder}/a\0b`],
  ["a zero byte in a URL", (folder) => `${pathToFileURL(folder).href}/a%00b`],
  [":memory:", (folder) => `file:${folder}/:memory:`],
  ["an option", (folder) => `file:${folder}/tenant.db?mode=ro`],
  ["an option in a URL", (folder) => `${pathToFileURL(folder).href}/tenant.db?mode=ro`],
])("an address with %s makes no file", async (_, address) => {
  const folder = newFolder();
  await expect(createEmulator({ database: address(folder) })).rejects.toSatisfy(isEmulatorError);
  expect(readdirSync(folder)).toEqual([]);
});

test("a bad seed leaves no file behind", async () => {
  const folder = newFolder();
  await expect(createEmulator({ database: `file:${join(folder, "tenant.db")}`, seed: {} })).rejects.toThrow("seed");
  expect(readdirSync(folder)).toEqual([]);
});

test.each<[string, (folder: string) => string | Promise<string>, string]>([
  ["an address of another kind", () => "mysql://localhost/tenant", "Write file: and a path"],
  ["a path without file:", () => "tenant.db", "Write file: and a path"],
  ["a URL with a host", () => "file://elsewhere/tenant.db", "is not the URL of a file"],
  ["a path with a zero byte", () => "file:db/a\0b", 'The database "file:db/a.u0000b" has a zero byte'],
  ["a URL with a zero byte", (folder) => `${pathToFileURL(folder).href}/%00`, "has a zero byte"],
  ["SQLite's name for memory", () => "file::memory:", "Leave the database out"],
  ["a path with options", () => "file:x.db?mode=ro", "Write the path alone"],
  ["a folder that does not exist", (folder) => `file:${folder}/none/tenant.db`, "The folder must exist"],
  ["a folder", (folder) => `file:${made(join(folder, "sub"))}`, "must not be a folder"],
  ["a file that is no database", (folder) => `file:${textFile(folder)}`, "is not a SQLite database"],
  ["a database of a newer version", (folder) => `file:${newerDatabase(folder)}`, "A newer version"],
  ["a database without applications", lost("applications"), "no such table: applications. Name another file"],
])("%s is refused with a sentence", async (_, address, sentence) => {
  const failure: unknown = await createEmulator({ database: await address(newFolder()) }).catch(
    (error: unknown) => error,
  );
  expect(isEmulatorError(failure) && failure.code).toBe("bad-database");
  expect(failure).toHaveProperty("message", expect.stringMatching(new RegExp(sentence, "iu")));
});

/** A database of this version that lost a table. */
function lost(table: string): (folder: string) => Promise<string> {
  return async (folder) => {
    const file = join(folder, "tenant.db");
    await (await createEmulator({ database: `file:${file}` })).close();
    change(file, `drop table ${table}`);
    return `file:${file}`;
  };
}

function made(folder: string): string {
  mkdirSync(folder);
  return folder;
}

function textFile(folder: string): string {
  writeFileSync(join(folder, "notes.txt"), "These are notes. ".repeat(100));
  return join(folder, "notes.txt");
}

function newerDatabase(folder: string): string {
  const file = join(folder, "newer.db");
  change(
    file,
    `create table kysely_migration (name text primary key, timestamp text not null);
     insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')`,
  );
  return file;
}

test("a value that SQLite does not have is refused, and ends nothing", async () => {
  const { db } = await openDatabase(engineAt(undefined), () => Promise.resolve(false));
  try {
    // As when a check of a body was forgotten.
    const slip = true as unknown as string;
    const row = { id: "one", app_id: "one", display_name: slip, document: null };
    await expect(db.insertInto("applications").values(row).execute()).rejects.toThrow();
  } finally {
    await db.destroy();
  }
});
