import { readFileSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import { expect, test } from "vitest";
import { newFolder } from "../database-under-test.ts";
import { get, quillnote, refusal, roots, send, startEmulator, type Answer } from "../emulator-under-test.ts";
import type { Emulator } from "../../src/index.ts";

const file = new URL("../../../core/test/fixtures/documented/bulk-upload-standard-schema.json", import.meta.url);
const documented = JSON.parse(readFileSync(file, "utf8")) as { readonly request: { readonly body: object } };
const operation = {
  method: "POST",
  path: "/Users",
  bulkId: "one",
  data: { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], externalId: "701984" },
};
const request = { schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"], Operations: [operation] };
const bulk = (count: number): object => ({
  ...request,
  Operations: Array.from({ length: count }, (_, index) => ({ ...operation, bulkId: String(index) })),
});

function upload(emulator: Emulator, body: unknown, type = "application/scim+json", version = "v1.0"): Promise<Answer> {
  return get(emulator, `${version}/${roots[0] ?? ""}/synchronization/jobs/${quillnote.jobId}/bulkUpload`, {
    method: "POST",
    headers: { "content-type": type },
    body: JSON.stringify(body),
  });
}

test("the documented request is taken with 202, no body, and the address of the job's log", async () => {
  for (const version of ["v1.0", "beta"]) {
    const { status, headers, body } = await upload(await startEmulator(), documented.request.body, undefined, version);
    expect([status, body]).toEqual([202, {}]);
    expect(headers.get("location")).toBe(
      `https://graph.microsoft.com/${version}/auditLogs/provisioning/?$filter=jobid%20eq%20'${quillnote.jobId}'`,
    );
  }
});

test("the address in the answer begins with the origin that was configured", async () => {
  const { headers } = await upload(await startEmulator({ origin: "https://127.0.0.1:8787" }), request);
  expect(headers.get("location")).toMatch(/^https:\/\/127\.0\.0\.1:8787\/v1\.0\/auditLogs/u);
});

test("fifty operations are taken", async () => {
  expect((await upload(await startEmulator(), bulk(50))).status).toBe(202);
});

test.each([
  [bulk(51), "51 Operations, and at most 50"],
  [bulk(0), "Operations is empty"],
  [{ ...request, schemas: [] }, "schemas must hold"],
  [{ ...request, Operations: {} }, "Operations must be a list"],
  [{ ...request, Operations: [operation, operation] }, "Operations[1].bulkId is there twice"],
  [{ ...request, Operations: [{ ...operation, method: "PUT" }] }, "Operations[0].method must be POST"],
  [{ ...request, Operations: [{ ...operation, path: "/Groups" }] }, "Operations[0].path must be /Users"],
  [{ ...request, Operations: [{ ...operation, bulkId: 1 }] }, "Operations[0].bulkId must be a text"],
  [{ ...request, Operations: [{ ...operation, data: {} }] }, "Operations[0].data.schemas must be a list"],
  [{ ...request, Operations: [{ ...operation, data: { schemas: [] } }] }, "Operations[0].data.externalId"],
])("%j is refused", async (body, message) => {
  expect(await upload(await startEmulator(), body)).toMatchObject(refusal(400, "BadRequest", `Invalid Data Format: `));
  expect(await upload(await startEmulator(), body)).toMatchObject(refusal(400, "BadRequest", message));
});

test.each(["application/json", "text/plain", "application/scim+jsonx"])(
  "no other media type is taken: %s",
  async (type) => {
    expect(await upload(await startEmulator(), request, type)).toMatchObject(
      refusal(400, "BadRequest", "Invalid Data Format"),
    );
  },
);

test("a restart of a stopped job throws staged data away, and one of a running job does not", async () => {
  const path = join(newFolder(), "tenant.db");
  const emulator = await startEmulator({ database: `file:${path}` });
  const staged = (): unknown => {
    const database = new Libsql(path);
    const row: unknown = database.prepare("select count(*) as count from bulk_uploads").get();
    database.close();
    return row;
  };
  await upload(emulator, request);
  await send(emulator, "POST", `jobs/${quillnote.jobId}/restart`);
  expect(staged()).toMatchObject({ count: 1 });
  await send(emulator, "POST", `jobs/${quillnote.jobId}/pause`);
  expect(staged()).toMatchObject({ count: 1 });
  await send(emulator, "POST", `jobs/${quillnote.jobId}/restart`);
  expect(staged()).toMatchObject({ count: 0 });
});
