import { join } from "node:path";
import Libsql from "libsql";
import { expect, test } from "vitest";
import type { Emulator } from "../../src/index.ts";
import { newFolder } from "../database-under-test.ts";
import { get, quillnote, refusal, roots, send, startEmulator } from "../emulator-under-test.ts";
import { scimList, target } from "../target-under-test.ts";

const beta = `beta/${roots[0] ?? ""}/synchronization`;
const job = `${beta}/jobs/${quillnote.jobId}`;

async function linked(): Promise<Emulator> {
  const file = join(newFolder(), "tenant.db");
  const emulator = await startEmulator({ database: `file:${file}` });
  const database = new Libsql(file);
  const insert = database.prepare("insert into object_connections values (?, ?, ?, 'User', ?)");
  insert.run([quillnote.jobId, "source-1", "target-1", "Ada"]);
  insert.run([quillnote.jobId, "source-2", "source-1", null]);
  database.close();
  return emulator;
}

test("a link is found by the source's id first, then by the target's", async () => {
  const emulator = await linked();
  for (const path of [`${job}/objectConnections/source-1`, `${job}/objectConnections('source-1')`]) {
    expect((await get(emulator, path)).body).toEqual({
      "@odata.context": "https://graph.microsoft.com/beta/$metadata#microsoft.graph.objectConnection",
      objectId: "source-1",
      sourceAnchor: "source-1",
      targetAnchor: "target-1",
      displayName: "Ada",
      objectTypeName: "User",
    });
  }
  expect((await get(emulator, `${job}/objectConnections/target-1`)).body).toMatchObject({ sourceAnchor: "source-1" });
  expect(await get(emulator, `${job}/objectConnections/none`)).toMatchObject(
    refusal(404, "Request_ResourceNotFound", "'none'"),
  );
});

test("a link is broken only while the job does not run, and then as often as one likes", async () => {
  const emulator = await linked();
  const path = `${job}/objectConnections/source-2`;
  expect(await get(emulator, path, { method: "DELETE" })).toMatchObject(refusal(409, "Conflict", "is active"));
  await send(emulator, "POST", `jobs/${quillnote.jobId}/pause`);
  for (const _ of [1, 2]) expect((await get(emulator, path, { method: "DELETE" })).status).toBe(204);
  expect((await get(emulator, path)).status).toBe(404);
  expect((await get(emulator, `${job}/objectConnections/source-1`)).status).toBe(200);
});

test("a restart of Full breaks every link, one of Watermark none", async () => {
  const emulator = await linked();
  await send(emulator, "POST", `jobs/${quillnote.jobId}/restart`, { criteria: { resetScope: "Watermark" } });
  expect((await get(emulator, `${job}/objectConnections/source-1`)).status).toBe(200);
  await send(emulator, "POST", `jobs/${quillnote.jobId}/restart`, { criteria: { resetScope: "Full" } });
  expect((await get(emulator, `${job}/objectConnections/source-1`)).status).toBe(404);
});

test("links are not listed, and not in v1.0", async () => {
  const emulator = await startEmulator();
  expect(await get(emulator, `${job}/objectConnections`)).toMatchObject(refusal(400, "BadRequest", "one at a time"));
  expect((await get(emulator, `${job.replace("beta", "v1.0")}/objectConnections/x`)).status).toBe(404);
});

test("connectivity parameters are the secrets, and a PATCH leaves the others alone", async () => {
  const emulator = await startEmulator();
  const { body: secrets } = await send(emulator, "GET", "secrets");
  expect((await get(emulator, `${beta}/connectivityParameters`)).body["value"]).toEqual(secrets["value"]);
  const body = JSON.stringify({
    value: [
      { key: "SyncAll", value: "true" },
      { key: "Domain", value: "x" },
    ],
  });
  const headers = { "content-type": "application/json" };
  expect((await get(emulator, `${beta}/connectivityParameters`, { method: "PATCH", headers, body })).status).toBe(204);
  const { body: after } = await send(emulator, "GET", "secrets");
  expect(after["value"]).toEqual([
    ...(secrets["value"] as object[]).slice(0, 3),
    { key: "SyncAll", value: "true" },
    { key: "Domain", value: "x" },
  ]);
});

test("validateConnectivity tries what is saved", async () => {
  const { fetch, requests } = target(() => scimList());
  const emulator = await startEmulator({ fetch });
  expect((await get(emulator, `${job}/validateConnectivity`, { method: "POST" })).status).toBe(204);
  expect(requests[0]?.url).toMatch(/^https:\/\/api\.quillnote\.example\/scim\/v2\/Users\?filter=/u);
});

test("Ping answers a text", async () => {
  expect((await get(await startEmulator(), `${beta}/Ping()`)).body).toEqual({
    "@odata.context": "https://graph.microsoft.com/beta/$metadata#Edm.String",
    value: "OK",
  });
});
