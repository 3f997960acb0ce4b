import { join } from "node:path";
import { bearer, createClient, toArray } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";
import Libsql from "libsql";
import { expect, test } from "vitest";
import type { Emulator } from "../../src/index.ts";
import { newFolder } from "../database-under-test.ts";
import { get, quillnote, refusal, roots, send, startEmulator } from "../emulator-under-test.ts";

const logs = "v1.0/auditLogs/provisioning";

/** A tenant with so many entries in its log, one a minute. */
async function logged(count: number, origin?: string): Promise<{ emulator: Emulator; file: string }> {
  const file = join(newFolder(), "tenant.db");
  const emulator = await startEmulator({ database: `file:${file}`, ...(origin !== undefined && { origin }) });
  const database = new Libsql(file);
  const insert = database.prepare("insert into provisioning_log values (?, ?, ?)");
  for (let index = 0; index < count; index++) {
    const activityDateTime = new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString();
    insert.run([`e${index}`, activityDateTime, JSON.stringify({ id: `e${index}`, activityDateTime, jobId: "j" })]);
  }
  database.close();
  return { emulator, file };
}

const idsOf = (value: unknown): unknown[] => (value as { id: string }[]).map(({ id }) => id);

test("the log is answered newest first, and is empty where nothing happened", async () => {
  const { emulator } = await logged(3);
  const { status, body } = await get(emulator, `${logs}/`);
  expect([status, idsOf(body["value"])]).toEqual([200, ["e2", "e1", "e0"]]);
  expect(body["@odata.context"]).toBe("https://graph.microsoft.com/v1.0/$metadata#auditLogs/provisioning");
  expect((await get(await startEmulator(), logs)).body["value"]).toEqual([]);
});

test("pages follow each other to the end, and nothing is there twice when an entry comes in between", async () => {
  const { emulator, file } = await logged(5);
  const first = await get(emulator, `${logs}?$top=2&$orderby=activityDateTime desc&$filter=jobId eq 'j'`);
  expect(idsOf(first.body["value"])).toEqual(["e4", "e3"]);
  const database = new Libsql(file);
  const time = "2026-02-01T00:00:00.000Z";
  const entry = JSON.stringify({ id: "new", activityDateTime: time, jobId: "j" });
  database.prepare("insert into provisioning_log values ('new', ?, ?)").run([time, entry]);
  database.close();
  const ids: unknown[] = [];
  let link = first.body["@odata.nextLink"];
  while (typeof link === "string") {
    const { body } = await get(emulator, link.replace("https://graph.microsoft.com/", ""));
    ids.push(...idsOf(body["value"]));
    link = body["@odata.nextLink"];
  }
  expect(ids).toEqual(["e2", "e1", "e0"]);
});

test("a page goes on where it was even if its last entry is gone", async () => {
  const { emulator, file } = await logged(4);
  const { body } = await get(emulator, `${logs}?$top=2`);
  const database = new Libsql(file);
  database.exec("delete from provisioning_log where id = 'e2'");
  database.close();
  const next = String(body["@odata.nextLink"]).replace("https://graph.microsoft.com/", "");
  expect(idsOf((await get(emulator, next)).body["value"])).toEqual(["e0"]);
});

test("a next link keeps the other options, and begins with the configured origin whatever the host was", async () => {
  const { emulator } = await logged(3, "https://127.0.0.1:8787");
  const response = await emulator.fetch(`http://evil.example/${logs}?$top=1&$select=id&$filter=jobid eq 'j'`, {
    headers: { authorization: "Bearer any" },
  });
  const body = (await response.json()) as Record<string, unknown>;
  const link = new URL(String(body["@odata.nextLink"]));
  expect(link.origin + link.pathname).toBe("https://127.0.0.1:8787/v1.0/auditLogs/provisioning");
  expect(link.searchParams.get("$select")).toBe("id");
  expect(link.searchParams.get("$filter")).toBe("jobid eq 'j'");
  expect(link.search).toMatch(/^\?\$top=1&\$select=/u);
});

test("without $top a page has 1000 entries", async () => {
  const { emulator } = await logged(1_001);
  const { body } = await get(emulator, `${logs}?$select=id`);
  expect(body["value"]).toHaveLength(1_000);
  expect(body["@odata.nextLink"]).toMatch(/\$skiptoken=/u);
});

test("our client reads the whole log page by page", async () => {
  const { emulator } = await logged(7);
  const graph = createClient({ transport: fetchTransport({ fetch: emulator.fetch }), plugins: [bearer("any")] });
  const entries = await toArray(graph.auditLogs.provisioning({ top: 3, filter: "activityDateTime ge 2026-01-01" }), {
    limit: 100,
  });
  expect(idsOf(entries)).toEqual(["e6", "e5", "e4", "e3", "e2", "e1", "e0"]);
});

test.each([
  [`${logs}?$count=true`, "'$count' is not supported"],
  [`${logs}?$expand=x`, "'$expand' is not supported"],
  [`${logs}?$skip=1`, "'$skip' is not supported"],
  [`${logs}?$filter=jobId eq`, "Invalid filter clause"],
])("%s is refused", async (path, message) => {
  expect(await get(await startEmulator(), path)).toMatchObject(refusal(400, "BadRequest", message));
});

test("jobs take the options that the metadata has for every collection", async () => {
  const emulator = await startEmulator();
  const { body: made } = await send(emulator, "POST", "jobs", { templateId: "scim" });
  const jobs = `v1.0/${roots[0] ?? ""}/synchronization/jobs`;
  const active = await get(emulator, `${jobs}?$filter=schedule/state eq 'Active'&$select=id&$count=true`);
  expect(active.body).toMatchObject({ "@odata.count": 1, value: [{ id: quillnote.jobId }] });
  const page = await get(emulator, `${jobs}?$top=1&$orderby=schedule/state desc`);
  expect(idsOf(page.body["value"])).toEqual([made["id"]]);
  const next = String(page.body["@odata.nextLink"]).replace("https://graph.microsoft.com/", "");
  expect(idsOf((await get(emulator, next)).body["value"])).toEqual([quillnote.jobId]);
});
