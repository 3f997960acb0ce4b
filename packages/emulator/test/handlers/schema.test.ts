import { join } from "node:path";
import Libsql from "libsql";
import { describe, expect, test } from "vitest";
import { newFolder } from "../database-under-test.ts";
import { get, quillnote, refusal, roots, send, startEmulator } from "../emulator-under-test.ts";

const job = `jobs/${quillnote.jobId}`;
const changed = {
  "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#somewhere",
  id: "of another job",
  version: "v9.9",
  synchronizationRules: [{ id: "one", unknownMember: { kept: true }, objectMappings: [{ attributeMappings: [] }] }],
  directories: [],
};

describe.each([
  ["a job", job, quillnote.jobId],
  ["a template", "templates/scim", undefined],
])("the schema of %s", (_, owner, id) => {
  const path = `${owner}/schema`;

  test("is one entity, with its directories inline", async () => {
    const { status, body } = await send(await startEmulator(), "GET", path);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      "@odata.context": expect.stringContaining("/schema/$entity") as unknown,
      version: "v1.0",
      synchronizationRules: [{ name: "USER_AND_GROUP_OUTBOUND" }],
      directories: [{ name: "Microsoft Entra ID" }, { name: "Alder & Finch SCIM" }],
    });
    expect(body["id"]).toBe(id);
  });

  test("is replaced as a whole, keeps what nobody knows, and counts its version up", async () => {
    const emulator = await startEmulator();
    expect((await send(emulator, "PUT", path, changed)).status).toBe(204);
    const { body } = await send(emulator, "GET", path);
    expect(body).toMatchObject({
      "@odata.context": expect.stringContaining("/schema/$entity") as unknown,
      version: "v1.1",
      synchronizationRules: changed.synchronizationRules,
      directories: [],
    });
    await send(emulator, "PUT", path, body);
    expect((await send(emulator, "GET", path)).body).toEqual({ ...body, version: "v1.2" });
  });

  test("is reset to the default, and the version counts on", async () => {
    const emulator = await startEmulator();
    const { body: before } = await send(emulator, "GET", path);
    await send(emulator, "PUT", path, changed);
    expect((await send(emulator, "DELETE", path)).status).toBe(204);
    expect((await send(emulator, "GET", path)).body).toEqual({ ...before, version: "v1.2" });
  });

  test("takes $select", async () => {
    const { body } = await send(await startEmulator(), "GET", `${path}?$select=version`);
    expect(Object.keys(body)).toEqual(["@odata.context", "version"]);
  });

  test.each([
    [undefined, "Empty Payload"],
    [{ synchronizationRules: {} }, "'synchronizationRules' must be a list of objects"],
    [{ synchronizationRules: [null] }, "'synchronizationRules' must be a list of objects"],
    [{ directories: [{ objects: "all" }] }, "'directories[0].objects' must be a list of objects"],
    [{ directories: [{ objects: [{ attributes: [{ name: 5 }] }] }] }, "[0].attributes[0].name' must be a text"],
    [{ directories: [{ discoverabilities: 1 }] }, "'directories[0].discoverabilities' must be a text"],
    [{ synchronizationRules: [{ id: "\0" }] }, "'synchronizationRules[0].id' is not valid Unicode text"],
    [{ version: 3 }, "'version' must be a text"],
  ])("is not replaced by %j", async (body, message) => {
    const emulator = await startEmulator();
    expect(await send(emulator, "PUT", path, body)).toMatchObject(refusal(400, "BadRequest", message));
    expect((await send(emulator, "GET", path)).body).toHaveProperty("version", "v1.0");
  });

  test("has no PATCH, although SDKs send it", async () => {
    expect(await send(await startEmulator(), "PATCH", path, changed)).toMatchObject(
      refusal(404, "UnknownError", '{"Message":"No HTTP resource was found that matches the request URI'),
    );
  });

  test.each(["GET", "PUT", "DELETE"])("of something unknown is 404: %s", async (method) => {
    const unknown = `${owner.split("/")[0] ?? ""}/unknown/schema`;
    expect(await send(await startEmulator(), method, unknown, method === "PUT" ? changed : undefined)).toMatchObject(
      refusal(404, "Request_ResourceNotFound", "'unknown'"),
    );
  });
});

test("the default of a job is what its template has now", async () => {
  const emulator = await startEmulator();
  await send(emulator, "PUT", `${job}/schema`, { synchronizationRules: [] });
  await send(emulator, "PUT", "templates/scim/schema", changed);
  await send(emulator, "DELETE", `${job}/schema`);
  expect((await send(emulator, "GET", `${job}/schema`)).body).toMatchObject({
    id: quillnote.jobId,
    synchronizationRules: changed.synchronizationRules,
  });
});

test.each([
  ["PUT", `${job}/schema`],
  ["DELETE", `${job}/schema`],
  ["PUT", "templates/scim/schema"],
  ["POST", `${job}/restart`],
])("after %s %s the next cycle begins without a watermark", async (method, path) => {
  const file = join(newFolder(), "tenant.db");
  const emulator = await startEmulator({ database: `file:${file}` });
  const watermark = (): unknown => {
    const database = new Libsql(file);
    const row: unknown = database.prepare("select watermark from jobs where id = ?").get(quillnote.jobId);
    database.close();
    return row;
  };
  expect(watermark()).toMatchObject({ watermark: expect.stringMatching(/Z$/u) as unknown });
  await send(emulator, method, path, method === "PUT" ? changed : undefined);
  expect(watermark()).toMatchObject({ watermark: null });
});

test("a job without a known schema is 404 until it gets one", async () => {
  const seed = {
    value: [
      { id: "one", templateId: "x", schedule: { state: "Active", interval: "PT40M" }, status: { code: "Active" } },
    ],
  };
  const emulator = await startEmulator({ seed });
  const path = "v1.0/servicePrincipals/5eed0003-0000-4000-8000-000000000000/synchronization/jobs/one/schema";
  const headers = { "content-type": "application/json" };
  expect((await get(emulator, path)).status).toBe(404);
  expect((await get(emulator, path, { method: "DELETE" })).status).toBe(404);
  expect((await get(emulator, path, { method: "PUT", headers, body: JSON.stringify(changed) })).status).toBe(204);
  expect((await get(emulator, path)).body).toMatchObject({ id: "one", version: "v1.1" });
});

test("both roots have the same schema", async () => {
  const emulator = await startEmulator();
  const paths = roots.map(
    (root) => `beta/${root}/synchronization/${job}/schema?$select=id,version,synchronizationRules`,
  );
  const [one, other] = await Promise.all(paths.map((path) => get(emulator, path)));
  expect(one?.body["synchronizationRules"]).toEqual(other?.body["synchronizationRules"]);
});
