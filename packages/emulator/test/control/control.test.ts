import { bearer, createClient, isGraphServiceError, provisionResult } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { expect, test } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/index.ts";
import {
  containing,
  get,
  quillnote,
  refusal,
  send,
  startEmulator,
  stillClock,
  type Answer,
} from "../emulator-under-test.ts";

const job = `jobs/${quillnote.jobId}`;

const start = (options: EmulatorOptions = {}): Promise<Emulator> => startEmulator({ control: true, ...options });

function control(emulator: Emulator, method: string, path: string, body?: object): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  return get(emulator, `_emulator/${path}`, { method, ...(body && { headers, body: JSON.stringify(body) }) });
}

test("nothing of it is there unless it was asked for", async () => {
  expect(await control(await startEmulator(), "POST", "reset")).toMatchObject(
    refusal(404, "UnknownError", "_emulator"),
  );
});

test("it asks for a token like everything else", async () => {
  const emulator = await start();
  const { status } = await emulator.fetch("https://graph.microsoft.com/_emulator/reset", { method: "POST" });
  expect(status).toBe(401);
});

test("a reset brings the seed back, secrets too, and forgets faults, requests and the clock", async () => {
  const emulator = await start({ clock: stillClock });
  const { body: before } = await send(emulator, "GET", "jobs?$expand=schema");
  const { body: secrets } = await send(emulator, "GET", "secrets");
  await send(emulator, "DELETE", job);
  await send(emulator, "PUT", "secrets", { value: [] });
  await send(emulator, "POST", "jobs", { templateId: "scim" });
  await control(emulator, "POST", "clock", { advanceMs: 60_000 });
  await control(emulator, "POST", "faults", { status: 503, times: 9 });
  expect((await control(emulator, "POST", "reset")).status).toBe(204);
  expect((await control(emulator, "GET", "requests")).body).toEqual({ value: [] });
  expect((await send(emulator, "GET", "jobs?$expand=schema")).body).toEqual(before);
  expect((await send(emulator, "GET", "secrets")).body).toEqual(secrets);
  expect((await control(emulator, "GET", "clock")).body).toEqual({ now: "2026-05-06T07:08:09.000Z" });
});

test("a snapshot is restored as often as one likes", async () => {
  const emulator = await start();
  await send(emulator, "PUT", "secrets", { value: [{ key: "SecretToken", value: "s3cr3t" }] });
  const { status, body } = await control(emulator, "POST", "snapshots");
  expect(status).toBe(201);
  const { body: jobs } = await send(emulator, "GET", "jobs");
  for (const _ of [1, 2]) {
    await send(emulator, "DELETE", job);
    await send(emulator, "PUT", "secrets", { value: [] });
    expect((await control(emulator, "POST", `snapshots/${String(body["id"])}/restore`)).status).toBe(204);
    expect((await send(emulator, "GET", "jobs")).body).toEqual(jobs);
    expect((await send(emulator, "GET", "secrets")).body["value"]).toEqual([{ key: "SecretToken", value: "*" }]);
  }
  expect((await control(emulator, "POST", "snapshots/none/restore")).status).toBe(404);
});

test("the clock goes forward, and answers have its time", async () => {
  const emulator = await start({ clock: stillClock });
  expect((await control(emulator, "POST", "clock", { advanceMs: 2_400_000 })).body).toEqual({
    now: "2026-05-06T07:48:09.000Z",
  });
  expect((await send(emulator, "GET", "jobs")).headers.get("date")).toBe("Wed, 06 May 2026 07:48:09 GMT");
  for (const body of [{ advanceMs: -1 }, { advanceMs: 0.5 }, { advanceMs: "1" }, {}]) {
    expect((await control(emulator, "POST", "clock", body)).status).toBe(400);
  }
});

test("requests are listed without what may be secret", async () => {
  const emulator = await start({ clock: stillClock });
  const id = "0f0e0d0c-0b0a-4908-8706-050403020100";
  await get(emulator, "v1.0/servicePrincipals?$top=1", { headers: { "client-request-id": id } });
  await send(emulator, "PUT", "secrets", { value: [{ key: "SecretToken", value: "s3cr3t" }] });
  await get(emulator, "v1.0/nothing");
  const { body } = await control(emulator, "GET", "requests");
  expect(body["value"]).toMatchObject([
    {
      at: "2026-05-06T07:08:09.000Z",
      method: "GET",
      path: "/v1.0/servicePrincipals",
      query: "?$top=1",
      status: 200,
      clientRequestId: id,
    },
    { method: "PUT", status: 204, query: "" },
    { path: "/v1.0/nothing", status: 404 },
  ]);
  expect(JSON.stringify(body)).not.toContain("s3cr3t");
  expect((await control(emulator, "DELETE", "requests")).status).toBe(204);
  expect((await control(emulator, "GET", "requests")).body).toEqual({ value: [] });
});

test("a fault is met by as many requests as it says, and by no others", async () => {
  const emulator = await start();
  const fault = {
    method: "get",
    path: "/v1.0/*/jobs",
    status: 429,
    retryAfterSeconds: 3,
    times: 2,
  };
  expect((await control(emulator, "POST", "faults", fault)).status).toBe(201);
  expect((await send(emulator, "GET", "secrets")).status).toBe(200);
  expect((await send(emulator, "POST", "jobs", { templateId: "scim" })).status).toBe(201);
  for (const _ of [1, 2]) {
    const met = await send(emulator, "GET", "jobs");
    expect(met).toMatchObject(refusal(429, "TooManyRequests", "A script injected"));
    expect([met.headers.get("retry-after"), met.headers.get("x-graph-sync")]).toEqual(["3", "scripted"]);
    expect(met.headers.get("request-id")).not.toBeNull();
  }
  const { status, headers } = await send(emulator, "GET", "jobs");
  expect([status, headers.get("x-graph-sync")]).toEqual([200, null]);
  expect((await control(emulator, "GET", "faults")).body).toEqual({ value: [] });
});

test("a fault afterwards loses the answer of work that was done", async () => {
  const emulator = await start();
  await control(emulator, "POST", "faults", { path: "*/pause", status: 504, after: true });
  expect((await send(emulator, "POST", `${job}/pause`)).status).toBe(504);
  expect((await send(emulator, "GET", job)).body).toMatchObject({ status: { code: "Paused" } });
});

test("a fault without a status only holds a request up", async () => {
  const emulator = await start();
  await control(emulator, "POST", "faults", { delayMs: 30 });
  expect((await send(emulator, "GET", "jobs")).status).toBe(200);
});

test.each([
  [{ status: 200 }, "'status' must be one of 400"],
  [{ status: 503, times: 0 }, "'times' must be a whole number from 1"],
  [{ delayMs: 60_001 }, "'delayMs' must be a whole number from 0 to 60000"],
  [{ after: 1 }, "'after' must be true or false"],
  [{ statsu: 429 }, "'statsu' is not known here"],
  [{ method: "GTE" }, "'method' must be one of GET"],
  [{ path: "v1.0/users" }, "'path' must begin with '/' or '*'"],
])("a fault like %j is refused", async (body, message) => {
  expect(await control(await start(), "POST", "faults", body)).toMatchObject(refusal(400, "BadRequest", message));
});

test("a script sets a job's state, and the answer says so", async () => {
  const emulator = await start();
  expect((await send(emulator, "GET", job)).headers.get("x-graph-sync")).toBeNull();
  const status = {
    code: "Quarantine",
    quarantine: { reason: "TooManyDeletes", seriesCount: 1 },
    lastExecution: { state: "EntryLevelErrors", countEscrowed: 7 },
  };
  expect((await control(emulator, "PATCH", `jobs/${quillnote.jobId}`, { status })).status).toBe(204);
  for (const path of [job, "jobs"]) {
    const { body, headers } = await send(emulator, "GET", path);
    expect(headers.get("x-graph-sync")).toBe("scripted");
    expect(path === job ? body : (body["value"] as object[])[0]).toMatchObject({
      schedule: { state: "Active" },
      status: { ...status, lastSuccessfulExecution: { state: "Succeeded" } },
    });
  }
  await send(emulator, "POST", `${job}/restart`, { criteria: { resetScope: "ForceDeletes" } });
  expect((await send(emulator, "GET", job)).body).toMatchObject({ status: { code: "Active", quarantine: null } });
});

test.each([
  [{ status: { code: "Broken" } }, "'status.code' must be one of NotConfigured"],
  [{ schedule: { state: "On" } }, "'schedule.state' must be one of Active"],
  [{ statsu: {} }, "'statsu' is not known here"],
  [{ schedule: { interval: true } }, "'interval' must be a text"],
  [{ schedule: { state: null } }, "'schedule.state' must be one of Active"],
  [{ status: { lastExecution: "Failed" } }, "'lastExecution' must be an object"],
  [{ status: { progress: {} } }, "'progress' must be a list of objects"],
])("a state like %j is refused", async (body, message) => {
  expect(await control(await start(), "PATCH", `jobs/${quillnote.jobId}`, body)).toMatchObject(
    refusal(400, "BadRequest", message),
  );
});

test("no cycle runs, and to ask for one says what to do instead", async () => {
  const emulator = await start();
  expect(await control(emulator, "POST", `${job}/cycles`)).toMatchObject(
    refusal(501, "NotImplemented", "no cycle runs; script what one would leave"),
  );
  expect((await control(emulator, "POST", "jobs/none/cycles")).status).toBe(404);
});

test("a job that is not there has no state, no answers and no links", async () => {
  const emulator = await start();
  for (const [method, path] of [
    ["PATCH", "jobs/none"],
    ["POST", "jobs/none/provisionOnDemand"],
    ["POST", "jobs/none/objectConnections"],
  ] as const) {
    expect((await control(emulator, method, path, {})).status, path).toBe(404);
  }
});

test("scripted entries are in the log, and filters find them", async () => {
  const emulator = await start({ clock: stillClock });
  const value = [
    { id: "one", jobId: quillnote.jobId, provisioningAction: "create", sourceIdentity: { id: "s" } },
    { jobId: "other", activityDateTime: "2026-05-01T00:00:00Z" },
  ];
  expect(await control(emulator, "POST", "provisioningLogs", { value })).toMatchObject({ status: 201 });
  const { body, headers } = await get(
    emulator,
    `v1.0/auditLogs/provisioning?$filter=jobId eq '${quillnote.jobId}' and provisioningAction eq 'Create'`,
  );
  expect(headers.get("x-graph-sync")).toBe("scripted");
  expect(body["value"]).toEqual([
    { ...value[0], tenantId: containing("-"), activityDateTime: "2026-05-06T07:08:09.000Z" },
  ]);
  expect(await control(emulator, "POST", "provisioningLogs", {})).toMatchObject(
    refusal(400, "BadRequest", "'value' is missing"),
  );
  expect(await control(emulator, "POST", "provisioningLogs", { value })).toMatchObject(
    refusal(409, "Conflict", "'one'"),
  );
});

test("queued answers are given in turn to requests that are right, and then none is left", async () => {
  const emulator = await start();
  const graph = createClient({ transport: fetchTransport({ fetch: emulator.fetch }), plugins: [bearer("any")] });
  const queue = `jobs/${quillnote.jobId}/provisionOnDemand`;
  await control(emulator, "POST", queue, {
    key: { result: "Success", details: {} },
    value: { action: "Create", provisioningSteps: [] },
  });
  await control(emulator, "POST", queue, { status: 429, code: "TooManyRequests" });
  const one = graph.servicePrincipals(quillnote.servicePrincipalId).synchronization.jobs(quillnote.jobId);
  const right = {
    ruleId: "a6f2d0c8-5e31-4b79-9c04-17e8bd63fa25",
    subjects: [{ objectId: "x", objectTypeName: "User" }],
  };
  const path = `${job}/provisionOnDemand`;
  for (const ruleId of ["", "other"]) {
    expect(await send(emulator, "POST", path, { parameters: [{ ...right, ruleId }] })).toMatchObject(
      refusal(400, "RequestParameterInvalid", "However, the job does not include the rule."),
    );
  }
  const answered = await send(emulator, "POST", path, { parameters: [right] });
  expect(answered.headers.get("x-graph-sync")).toBe("scripted");
  expect(answered.body).toEqual({
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.stringKeyStringValuePair",
    key: '{"result":"Success","details":{}}',
    value: '{"action":"Create","provisioningSteps":[]}',
  });
  expect(provisionResult(answered.body)).toMatchObject({ result: "Success" });
  await control(emulator, "POST", queue, { status: 429, code: "TooManyRequests" });
  const refused = await send(emulator, "POST", path, { parameters: [right] });
  expect(refused).toMatchObject(refusal(429, "TooManyRequests", ""));
  expect(refused.headers.get("x-graph-sync")).toBe("scripted");
  const failure: unknown = await one.provisionOnDemand([right]).catch((error: unknown) => error);
  expect(isGraphServiceError(failure) && failure.status).toBe(429);
  expect((await send(emulator, "POST", path, { parameters: [right] })).status).toBe(501);
});

test("a scripted link is found, and replaces the one that its source had", async () => {
  const emulator = await start();
  for (const targetAnchor of ["t1", "t2"]) {
    const link = { sourceAnchor: "s1", targetAnchor, displayName: "Ada" };
    expect((await control(emulator, "POST", `jobs/${quillnote.jobId}/objectConnections`, link)).status).toBe(204);
  }
  const base = `beta/servicePrincipals/${quillnote.servicePrincipalId}/synchronization/${job}/objectConnections`;
  const { body, headers } = await get(emulator, `${base}/s1`);
  expect(headers.get("x-graph-sync")).toBe("scripted");
  expect(body).toMatchObject({ targetAnchor: "t2", objectTypeName: "User" });
  expect((await get(emulator, `${base}/t1`)).status).toBe(404);
});

test("an entry of the log, a link and a clock take nothing that they do not know", async () => {
  const emulator = await start();
  for (const [path, body, name] of [
    ["clock", { advanceMs: 1, advancems: 1 }, "advancems"],
    [`jobs/${quillnote.jobId}/objectConnections`, { sourceAnchor: "a", targetAnchor: "b", display: "x" }, "display"],
    ["provisioningLogs", { value: [], values: [] }, "values"],
  ] as const) {
    expect(await control(emulator, "POST", path, body)).toMatchObject(
      refusal(400, "BadRequest", `'${name}' is not known here`),
    );
  }
  expect(await control(emulator, "POST", "provisioningLogs", {})).toMatchObject(
    refusal(400, "BadRequest", "'value' is missing"),
  );
});

test("the clock does not go beyond what a time can be written as", async () => {
  const emulator = await start({ clock: { now: () => Date.UTC(9999, 11, 31, 23, 0) } });
  expect(await control(emulator, "POST", "clock", { advanceMs: 3_600_000 })).toMatchObject(
    refusal(400, "BadRequest", "year 9999"),
  );
  expect((await control(emulator, "POST", "clock", { advanceMs: 3_599_000 })).body).toEqual({
    now: "9999-12-31T23:59:59.000Z",
  });
});

test("entries of the log are added all or none, and not without end", async () => {
  const emulator = await start();
  const many = Array.from({ length: 2_000 }, (_, index) => ({ id: `entry-${index}` }));
  const add = (value: readonly object[]) => control(emulator, "POST", "provisioningLogs", { value });
  expect((await add(many)).status).toBe(201);
  for (const value of [
    [{ id: "new" }, { id: "entry-7" }],
    [{ id: "new" }, { id: "new" }],
  ]) {
    expect((await add(value)).status).toBe(409);
  }
  expect(await add(Array.from({ length: 10_001 }, () => ({})))).toMatchObject(
    refusal(400, "BadRequest", "No more than 10000 entries"),
  );
  const log = await get(emulator, "v1.0/auditLogs/provisioning?$filter=id eq 'new' or id eq 'entry-1999'&$select=id");
  expect(log.body["value"]).toEqual([{ id: "entry-1999" }]);
});

test("a caller who goes away while a fault holds the request up leaves nothing behind", async () => {
  const emulator = await start();
  await control(emulator, "POST", "faults", { path: "/v1.0/*", delayMs: 60_000 });
  const controller = new AbortController();
  const request = new Request("https://graph.microsoft.com/v1.0/users", {
    headers: { authorization: "Bearer any" },
    signal: controller.signal,
  });
  const answer = emulator.answer(request);
  // As a server says it, with a text.
  controller.abort("The connection was closed.");
  expect((await answer).status).toBe(400);
});
