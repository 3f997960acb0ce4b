import { batch, batchItem, bearer, createClient, getJob, listJobs, startJob } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { expect, test } from "vitest";
import { ask } from "../directory-under-test.ts";
import { get, quillnote, refusal, roots, send, startEmulator } from "../emulator-under-test.ts";

const job = `/${roots[0] ?? ""}/synchronization/jobs/${quillnote.jobId}`;

test("our client's batch is answered, each request as if it had come alone", async () => {
  const emulator = await startEmulator();
  const graph = createClient({ transport: fetchTransport({ fetch: emulator.fetch }), plugins: [bearer("any")] });
  const root = { servicePrincipalId: quillnote.servicePrincipalId };
  const [list, started, missing] = await batch(graph, [
    batchItem(listJobs, root),
    batchItem(startJob, { ...root, jobId: quillnote.jobId }),
    batchItem(getJob, { ...root, jobId: "none" }),
  ]);
  expect(list).toMatchObject({ ok: true, value: { value: [{ id: quillnote.jobId }] } });
  expect(started).toMatchObject({ ok: true });
  expect(missing).toMatchObject({ ok: false, error: { status: 404 } });
});

test("what depends on another is done after it, and not at all where that failed", async () => {
  const emulator = await startEmulator();
  const { status, body } = await ask(emulator, "POST", "/$batch", {
    requests: [
      { id: "read", method: "GET", url: `${job}?$select=id,status`, dependsOn: ["pause"] },
      { id: "pause", method: "POST", url: `${job}/pause` },
      { id: "wrong", method: "GET", url: "/nothing" },
      { id: "never", method: "DELETE", url: job, dependsOn: ["wrong"] },
      {
        id: "body",
        method: "PATCH",
        url: job,
        headers: { "content-type": "application/json" },
        body: { synchronizationJobSettings: [] },
        dependsOn: ["read"],
      },
    ],
  });
  expect(status).toBe(200);
  const responses = new Map((body["responses"] as { id: string }[]).map((response) => [response.id, response]));
  expect(responses.get("read")).toMatchObject({ status: 200, body: { status: { code: "Paused" } } });
  expect(responses.get("pause")).not.toHaveProperty("body");
  expect(responses.get("never")).toMatchObject({ status: 424, body: { error: { code: "FailedDependency" } } });
  expect(responses.get("body")).toMatchObject({ status: 204 });
  expect((await send(emulator, "GET", `jobs/${quillnote.jobId}`)).status).toBe(200);
});

const one = { id: "1", method: "GET", url: job };

test.each([
  [{}, "'requests' must be a list"],
  [{ requests: [] }, "1 to 20 requests, and this one has 0"],
  [{ requests: Array.from({ length: 21 }, (_, id) => ({ ...one, id: String(id) })) }, "this one has 21"],
  [{ requests: [one, one] }, "the same id"],
  [
    {
      requests: [
        { ...one, id: "a" },
        { ...one, id: "A" },
      ],
    },
    "the same id",
  ],
  [{ requests: [{ ...one, id: 1 }] }, "has no id"],
  [{ requests: [{ ...one, method: "TRACE" }] }, "no method that is known"],
  [{ requests: [{ ...one, url: "https://evil.example/x" }] }, "an address below the version"],
  ...[
    "/$batch",
    "/%24batch",
    "/./$batch",
    "/x/../$batch",
    "/%2e/$Batch/",
    "/a\\..\\..\\x",
    "/../_emulator/reset",
    "/..",
  ].map((url): [object, string] => [{ requests: [{ ...one, url }] }, "and no batch"]),
  [{ requests: [{ ...one, headers: { a: 1 } }] }, "must be an object of texts"],
  [{ requests: [{ ...one, headers: { "a b": "1" } }] }, "must be an object of texts"],
  [{ requests: [{ ...one, headers: [] }] }, "must be an object of texts"],
  [{ requests: [{ ...one, method: "POST", body: {} }] }, "id '1' does not contain a Content-Type header"],
  [{ requests: [{ ...one, dependsOn: "2" }] }, "must be a list of ids"],
  [{ requests: [{ ...one, dependsOn: ["2"] }] }, "'2', which is not in the batch"],
  [{ requests: [{ ...one, dependsOn: ["1"] }] }, "in a circle"],
])("a batch that cannot be read is refused as a whole: %#", async (body, message) => {
  expect(await ask(await startEmulator(), "POST", "/$batch", body)).toMatchObject(refusal(400, "BadRequest", message));
});

test("a batch has its caller's token, and no other", async () => {
  const emulator = await startEmulator();
  const requests = [{ ...one, headers: { Authorization: "Basic x" } }];
  const { body } = await get(emulator, "beta/$batch", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ requests }),
  });
  expect(body).toMatchObject({ responses: [{ status: 200 }] });
});

test("a GET has no body, and a body that is null is none", async () => {
  const emulator = await startEmulator();
  const headers = { "content-type": "application/json" };
  const { body } = await ask(emulator, "POST", "/$batch", {
    requests: [
      { ...one, headers, body: { templateId: "scim" } },
      { ...one, id: "2", method: "POST", url: `${job}/pause`, body: null },
    ],
  });
  expect(body).toMatchObject({
    responses: [
      { id: "1", status: 200 },
      { id: "2", status: 204 },
    ],
  });
});

test("ids are the same in upper and lower case, and come back as they were sent", async () => {
  const requests = [
    { ...one, id: "B", dependsOn: ["a"] },
    { ...one, id: "A" },
  ];
  const { body } = await ask(await startEmulator(), "POST", "/$batch", { requests });
  expect((body["responses"] as readonly { readonly id: string }[]).map(({ id }) => id).sort()).toEqual(["A", "B"]);
});
