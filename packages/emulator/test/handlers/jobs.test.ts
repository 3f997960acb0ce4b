import { describe, expect, test } from "vitest";
import type { Emulator } from "../../src/index.ts";
import {
  get,
  harborline,
  quillnote,
  refusal,
  roots,
  send,
  startEmulator,
  type Answer,
} from "../emulator-under-test.ts";

const never = "0001-01-01T00:00:00Z";
const sample = `jobs/${quillnote.jobId}`;
const quarantined = `v1.0/servicePrincipals/${harborline.servicePrincipalId}/synchronization/jobs/${harborline.jobId}`;

async function create(emulator: Emulator): Promise<string> {
  const { body } = await send(emulator, "POST", "jobs", { templateId: "scim" });
  return `jobs/${String(body["id"])}`;
}

const post = (emulator: Emulator, path: string, body?: object): Promise<Answer> =>
  get(emulator, path, {
    method: "POST",
    ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });

test("a new job is disabled, has never run, and is read back the same", async () => {
  const emulator = await startEmulator();
  const { status, body } = await send(emulator, "POST", "jobs", { templateId: "scim" });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#servicePrincipals('${quillnote.servicePrincipalId}')/synchronization/jobs/$entity`,
    templateId: "scim",
    schedule: { expiration: null, interval: "P10675199DT2H48M5.4775807S", state: "Disabled" },
    status: {
      code: "NotConfigured",
      lastExecution: null,
      quarantine: null,
      steadyStateFirstAchievedTime: never,
      synchronizedEntryCountByType: [],
    },
  });
  expect(body["id"]).toMatch(/^scim\.7d0c1be24f6a4c0e9a51d2b8e3f04a96\.[0-9a-f-]{36}$/u);
  expect((await send(emulator, "GET", `jobs/${String(body["id"])}`)).body).toEqual(body);
  expect((await send(emulator, "GET", "jobs?$select=id")).body).toMatchObject({
    value: [{ id: quillnote.jobId }, { id: body["id"] }],
  });
});

test("a new job has a schema of its own, which a change of its template leaves alone", async () => {
  const emulator = await startEmulator();
  const job = await create(emulator);
  await send(emulator, "PUT", "templates/scim/schema", { synchronizationRules: [] });
  expect((await send(emulator, "GET", `${job}/schema`)).body).toMatchObject({
    id: job.slice("jobs/".length),
    version: "v1.0",
    synchronizationRules: [{ name: "USER_AND_GROUP_OUTBOUND" }],
  });
});

test.each([
  [{}, "BadRequest", "'templateId' is missing"],
  [{ templateId: 7 }, "BadRequest", "'templateId' must be a text"],
  [{ templateId: "slack" }, "BadRequest", "has no synchronization template 'slack'"],
  [undefined, "BadRequest", "Empty Payload. JSON content expected."],
])("a job is not made from %j", async (body, code, message) => {
  const emulator = await startEmulator();
  expect(await send(emulator, "POST", "jobs", body)).toMatchObject(refusal(400, code, message));
  expect((await send(emulator, "GET", "jobs")).body).toHaveProperty("value.length", 1);
});

test("a job that is started for the first time has not run, and says so by an execution of zeros", async () => {
  const emulator = await startEmulator();
  const job = await create(emulator);
  const { status, body } = await send(emulator, "POST", `${job}/start`);
  expect([status, body]).toEqual([204, {}]);
  expect((await send(emulator, "GET", job)).body).toMatchObject({
    schedule: { state: "Active", interval: "PT40M" },
    status: {
      code: "NotRun",
      lastExecution: {
        activityIdentifier: null,
        countExported: 0,
        state: "Failed",
        timeBegan: never,
        timeEnded: never,
        error: { code: "None", message: "", tenantActionable: false },
      },
      lastSuccessfulExecution: null,
    },
  });
});

test("a paused job keeps what it did, and start goes on from there", async () => {
  const emulator = await startEmulator();
  const { body: before } = await send(emulator, "GET", sample);
  expect((await send(emulator, "POST", `${sample}/pause`)).status).toBe(204);
  const { body: paused } = await send(emulator, "GET", sample);
  expect(paused).toMatchObject({ schedule: { state: "Paused", interval: "PT40M" }, status: { code: "Paused" } });
  await send(emulator, "POST", `${sample}/pause`);
  expect((await send(emulator, "GET", sample)).body).toEqual(paused);
  await send(emulator, "POST", `${sample}/start`);
  expect((await send(emulator, "GET", sample)).body).toEqual(before);
});

test("a job that was never started is not paused, and a running one not started", async () => {
  const emulator = await startEmulator();
  const job = await create(emulator);
  for (const [path, action] of [
    [job, "pause"],
    [sample, "start"],
  ] as const) {
    const { body } = await send(emulator, "GET", path);
    expect((await send(emulator, "POST", `${path}/${action}`)).status).toBe(204);
    expect((await send(emulator, "GET", path)).body).toEqual(body);
  }
});

test("start lifts a quarantine", async () => {
  const emulator = await startEmulator();
  await post(emulator, `${quarantined}/start`);
  expect((await get(emulator, quarantined)).body).toMatchObject({
    schedule: { state: "Active" },
    status: {
      code: "Active",
      quarantine: null,
      countSuccessiveCompleteFailures: 0,
      lastExecution: { state: "Failed" },
    },
  });
});

test("a job that is paused in quarantine is in quarantine again when it is restarted without lifting it", async () => {
  const emulator = await startEmulator();
  await post(emulator, `${quarantined}/pause`);
  expect((await get(emulator, quarantined)).body).toMatchObject({
    status: { code: "Paused", quarantine: { reason: "EncounteredQuarantineException" } },
  });
  await post(emulator, `${quarantined}/restart`, { criteria: { resetScope: "Watermark" } });
  expect((await get(emulator, quarantined)).body).toMatchObject({
    schedule: { state: "Active" },
    status: { code: "Quarantine", quarantine: { seriesCount: 4 } },
  });
});

describe("a restart", () => {
  test.each([
    ["without a body", undefined, true],
    ["with an empty body", {}, true],
    ["with an empty scope", { criteria: { resetScope: "" } }, true],
    ["of Full", { criteria: { resetScope: "Full" } }, true],
    ["of None", { criteria: { resetScope: "None" } }, true],
    ["of QuarantineState", { criteria: { resetScope: "QuarantineState" } }, true],
    ["of several flags", { criteria: { resetScope: "Watermark,quarantineState, Escrows" } }, true],
    ["of Escrows", { criteria: { resetScope: "Escrows" } }, false],
    ["of Watermark", { criteria: { resetScope: "Watermark" } }, false],
    ["of ConnectorDataStore", { criteria: { resetScope: "ConnectorDataStore" } }, false],
    ["of ForceDeletes in a quarantine for another reason", { criteria: { resetScope: "ForceDeletes" } }, false],
  ])("%s runs the job, and says whether the quarantine is lifted: %#", async (_, body, lifted) => {
    const emulator = await startEmulator();
    expect((await post(emulator, `${quarantined}/restart`, body)).status).toBe(204);
    const { body: job } = await get(emulator, quarantined);
    expect(job).toMatchObject({
      schedule: { state: "Active" },
      status: { code: lifted ? "Active" : "Quarantine", lastSuccessfulExecution: { state: "Succeeded" } },
    });
  });

  test("of the connector's data forgets how many objects there are", async () => {
    const emulator = await startEmulator();
    await send(emulator, "POST", `${sample}/restart`, { criteria: { resetScope: "Watermark" } });
    expect((await send(emulator, "GET", sample)).body).toHaveProperty("status.synchronizedEntryCountByType.length", 2);
    await send(emulator, "POST", `${sample}/restart`, { criteria: { resetScope: "ConnectorDataStore" } });
    expect((await send(emulator, "GET", sample)).body).toHaveProperty("status.synchronizedEntryCountByType", []);
  });

  test.each([
    [{ criteria: { resetScope: "Everything" } }, "'Everything' has a flag"],
    [{ criteria: { resetScope: "Watermark, " } }, "has a flag that is not known"],
    [{ criteria: "Full" }, "'criteria' must be an object"],
    [{ criteria: { resetScope: 4 } }, "'resetScope' must be a text"],
  ])("of %j is refused, and nothing is changed", async (body, message) => {
    const emulator = await startEmulator();
    const { body: before } = await get(emulator, quarantined);
    expect(await post(emulator, `${quarantined}/restart`, body)).toMatchObject(refusal(400, "BadRequest", message));
    expect((await get(emulator, quarantined)).body).toEqual(before);
  });
});

test("the settings of a job are replaced, and nothing else of it can be", async () => {
  const emulator = await startEmulator();
  const synchronizationJobSettings = [{ name: "QuarantineTooManyDeletesThreshold", value: "12" }];
  expect((await send(emulator, "PATCH", sample, { id: "x", synchronizationJobSettings })).status).toBe(204);
  expect((await send(emulator, "GET", sample)).body).toMatchObject({ id: quillnote.jobId, synchronizationJobSettings });
  expect(await send(emulator, "PATCH", sample, { schedule: { state: "Paused" } })).toMatchObject(
    refusal(400, "BadRequest", "'schedule' of a job is read-only"),
  );
  expect((await send(emulator, "PATCH", sample, {})).status).toBe(204);
  expect((await send(emulator, "GET", sample)).body).toMatchObject({ synchronizationJobSettings });
  expect((await send(emulator, "PATCH", `${sample}x`, {})).status).toBe(404);
});

test("a deleted job is gone with its schema", async () => {
  const emulator = await startEmulator();
  expect((await send(emulator, "DELETE", sample)).status).toBe(204);
  for (const [method, path] of [
    ["GET", sample],
    ["GET", `${sample}/schema`],
    ["DELETE", sample],
    ["POST", `${sample}/start`],
    ["PATCH", sample],
  ] as const) {
    expect(await send(emulator, method, path, method === "PATCH" ? {} : undefined), path).toMatchObject(
      refusal(404, "Request_ResourceNotFound", quillnote.jobId),
    );
  }
  expect((await send(emulator, "GET", "jobs")).body).toMatchObject({ value: [] });
});

test("a job of another app is neither changed nor deleted", async () => {
  const emulator = await startEmulator();
  for (const action of ["start", "pause", "restart"]) {
    expect((await send(emulator, "POST", `jobs/${harborline.jobId}/${action}`)).status).toBe(404);
  }
  expect((await send(emulator, "DELETE", `jobs/${harborline.jobId}`)).status).toBe(404);
  expect((await send(emulator, "PATCH", `jobs/${harborline.jobId}`, {})).status).toBe(404);
  expect((await get(emulator, quarantined)).body).toMatchObject({ status: { code: "Quarantine" } });
});

test("both roots change the same job", async () => {
  const emulator = await startEmulator();
  await post(emulator, `beta/${roots[1]}/synchronization/${sample}/pause`);
  expect((await send(emulator, "GET", sample)).body).toMatchObject({ status: { code: "Paused" } });
});

test("starts, pauses and restarts at once leave one of the states that a job can have", async () => {
  const emulator = await startEmulator();
  const writers = Array.from({ length: 24 }, (_, index) =>
    send(emulator, "POST", `${sample}/${["start", "pause", "restart"][index % 3] ?? ""}`),
  );
  expect(new Set((await Promise.all(writers)).map(({ status }) => status))).toEqual(new Set([204]));
  const { schedule, status } = (await send(emulator, "GET", sample)).body as Record<string, Record<string, unknown>>;
  expect([
    ["Active", "Active"],
    ["Paused", "Paused"],
  ]).toContainEqual([schedule?.["state"], status?.["code"]]);
});

test.each([
  ["jobs", { templateId: "scim", schedule: { state: "Active" } }, "'schedule' is not known here"],
  [`${sample}/restart`, { resetScope: "Full" }, "'resetScope' is not known here; there are criteria"],
  [`${sample}/restart`, { criteria: { scope: "Full" } }, "'scope' is not known here"],
  [`${sample}/validateCredentials`, { useSavedCredential: true }, "'useSavedCredential' is not known here"],
  [`${sample}/provisionOnDemand`, { parameter: [] }, "'parameter' is not known here"],
])("a slip is no setting: %s with %j", async (path, body, message) => {
  expect(await send(await startEmulator(), "POST", path, body)).toMatchObject(refusal(400, "BadRequest", message));
});
