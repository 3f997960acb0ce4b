import { appendFile, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entry, idsOf, log } from "./log-entries.ts";
import { recording, type Recording } from "./recording.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** More than the two pages of 500 that a run reads. */
async function manyEntries(tenant: Recording): Promise<readonly string[]> {
  const ids = Array.from({ length: 1_100 }, (_, index) => String(index));
  await log(tenant, ...ids.map((id) => entry(id, 2_000 - Number(id))));
  return ids;
}

test("logs export prints every entry, the oldest first, a line each", async () => {
  const tenant = await recording();
  const ids = await manyEntries(tenant);
  const { code, stdout, stderr } = await tenant.run("logs", "export", "Quillnote");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "1100 entries.\n" });
  expect(idsOf(stdout)).toEqual(ids);
  expect(tenant.sent.filter((line) => line.endsWith("/auditLogs/provisioning"))).toHaveLength(3);
});

test("logs export -o leaves no file behind when a page fails, and a whole one of its owner's when none does", async () => {
  const tenant = await recording();
  const ids = await manyEntries(tenant);
  const folder = await temporaryFolder();
  const file = join(folder, "logs.ndjson");
  const path = "/v1.0/auditLogs/provisioning";
  await tenant.script("POST", "faults", { path, delayMs: 1 });
  await tenant.script("POST", "faults", { path, status: 403 });
  expect((await tenant.run("logs", "export", "-o", file)).code).toBe(4);
  expect(await readdir(folder)).toEqual([]);
  expect((await tenant.run("logs", "export", "-o", file)).stderr).toContain(`1100 entries written to ${file}`);
  expect(idsOf(await readFile(file, "utf8"))).toEqual(ids);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("logs export --cursor continues an interrupted run at its page, without an entry lost or twice", async () => {
  const tenant = await recording();
  const ids = await manyEntries(tenant);
  const folder = await temporaryFolder();
  const [file, cursor] = [join(folder, "logs.ndjson"), join(folder, "logs.cursor")];
  const words = ["logs", "export", "-o", file, "--cursor", cursor];
  const path = "/v1.0/auditLogs/provisioning";
  await tenant.script("POST", "faults", { path, delayMs: 1 });
  await tenant.script("POST", "faults", { path, status: 403 });
  expect((await tenant.run(...words)).code).toBe(4);
  expect(idsOf(await readFile(file, "utf8"))).toEqual(ids.slice(0, 500));
  // A run that was ended between the two files.
  await appendFile(file, '{"id":"half');
  expect((await tenant.run(...words)).stderr).toBe(`600 entries written to ${file}.\n`);
  expect(tenant.queries.at(2)).toContain("$skiptoken=");
  await log(tenant, entry("new", 1));
  await tenant.run(...words);
  expect(idsOf(await readFile(file, "utf8"))).toEqual([...ids, "new"]);
});

test("logs export --cursor goes on by time where the service has forgotten the page", async () => {
  const tenant = await recording();
  const cursor = join(await temporaryFolder(), "logs.cursor");
  await log(tenant, entry("1", 30), entry("2", 5));
  await tenant.run("logs", "export", "--cursor", cursor);
  const kept = JSON.parse(await readFile(cursor, "utf8")) as object;
  const nextLink = "http://127.0.0.1:8787/v1.0/auditLogs/provisioning?$top=500&$skiptoken=forgotten";
  await writeFile(cursor, JSON.stringify({ ...kept, nextLink }));
  await log(tenant, entry("3", 1));
  const { code, stdout } = await tenant.run("logs", "export", "--cursor", cursor);
  expect({ code, ids: idsOf(stdout) }).toEqual({ code: 0, ids: ["3"] });
});

test("logs export never follows a cursor to another host", async () => {
  const tenant = await recording();
  const cursor = join(await temporaryFolder(), "logs.cursor");
  await tenant.run("logs", "export", "--cursor", cursor);
  const kept = JSON.parse(await readFile(cursor, "utf8")) as object;
  await writeFile(cursor, JSON.stringify({ ...kept, nextLink: "https://evil.example/v1.0/auditLogs/provisioning" }));
  const { code } = await tenant.run("logs", "export", "--cursor", cursor);
  expect(code).toBe(1);
  expect(tenant.sent).toHaveLength(1);
});
