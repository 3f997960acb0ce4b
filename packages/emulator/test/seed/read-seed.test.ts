import { describe, expect, test } from "vitest";
import { isEmulatorError, type TenantSeed } from "../../src/index.ts";
import { get, startEmulator } from "../emulator-under-test.ts";

const importedId = "5eed0003-0000-4000-8000-000000000000";
const base = (id: string): string => `v1.0/servicePrincipals/${id}/synchronization`;

/** A job as the page "List synchronizationJobs" prints it, with members that Graph may add later. */
const job = {
  id: "BoxOutDelta.3a1f",
  templateId: "BoxOutDelta",
  schedule: { expiration: null, interval: "P10675199DT2H48M5.4775807S", state: "Disabled", later: 1 },
  status: {
    code: "Paused",
    countSuccessiveCompleteFailures: 0,
    escrowsPruned: false,
    synchronizedEntryCountByType: [],
    lastExecution: null,
    lastSuccessfulExecution: null,
    lastSuccessfulExecutionWithExports: null,
    steadyStateFirstAchievedTime: "0001-01-01T00:00:00Z",
    steadyStateLastAchievedTime: "0001-01-01T00:00:00Z",
    quarantine: null,
    later: { deep: [1, null] },
  },
  later: "kept",
};

describe("the answer of GET …/jobs", () => {
  test("becomes the jobs of one app, each the JSON that it was", async () => {
    const emulator = await startEmulator({ seed: { value: [job, { ...job, id: "two" }] } });
    const { body } = await get(emulator, `${base(importedId)}/jobs`);
    expect(body["value"]).toEqual([job, { ...job, id: "two" }]);
    expect(await emulator.directory()).toMatchObject([
      {
        displayName: "Imported app",
        applicationId: "5eed0001-0000-4000-8000-000000000000",
        jobIds: ["BoxOutDelta.3a1f", "two"],
      },
    ]);
  });

  test.each(["servicePrincipals", "applications"])(
    "keeps the object id that its context names, of %s",
    async (root) => {
      const id = "B1B2B3B4-0000-4000-8000-00000000000a";
      const context = `https://graph.microsoft.com/v1.0/$metadata#${root}('${id}')/synchronization/jobs`;
      const emulator = await startEmulator({ seed: { "@odata.context": context, value: [job] } });
      expect(await get(emulator, `v1.0/${root}/${id}/synchronization/jobs`)).toMatchObject({ body: { value: [job] } });
    },
  );

  test("has no schema to expand, and says so by null", async () => {
    const emulator = await startEmulator({ seed: { value: [job] } });
    const { body } = await get(emulator, `${base(importedId)}/jobs/${job.id}?$expand=schema`);
    expect(body["schema"]).toBeNull();
  });

  test("may hold settings and may be empty", async () => {
    const settings = [{ name: "QuarantineTooManyDeletesThreshold", value: "500" }];
    const emulator = await startEmulator({ seed: { value: [{ ...job, synchronizationJobSettings: settings }] } });
    expect(await get(emulator, `${base(importedId)}/jobs`)).toMatchObject({
      body: { value: [{ synchronizationJobSettings: settings }] },
    });
    const empty = await startEmulator({ seed: { value: [] } });
    expect((await get(empty, `${base(importedId)}/jobs`)).body["value"]).toEqual([]);
  });
});

describe("a schema as the portal exports it", () => {
  const schema = {
    "@odata.type": "#microsoft.graph.synchronizationSchema",
    id: "scim.9c1e.77aa",
    version: "v1.42",
    synchronizationRules: [{ id: "33f7c90d-bf71-41b1-bda6-aaf0ddbee5d8#V2", later: true, objectMappings: [] }],
    directories: [{ id: "66e4a8cc", name: "Target", objects: [], later: { unknown: ["member"] } }],
    provisioningTaskIdentifier: "scim.9c1e.77aa",
  };

  test("becomes a job that has not run, with the schema unchanged", async () => {
    const emulator = await startEmulator({ seed: schema });
    const { body } = await get(emulator, `${base(importedId)}/jobs?$expand=schema`);
    expect(body["value"]).toMatchObject([
      {
        id: "scim.9c1e.77aa",
        templateId: "imported",
        schedule: { state: "Disabled", interval: "P10675199DT2H48M5.4775807S" },
        status: { code: "NotConfigured", lastExecution: null, steadyStateFirstAchievedTime: "0001-01-01T00:00:00Z" },
      },
    ]);
    expect(body).toHaveProperty("value[0].schema");
    expect(JSON.stringify(body)).toContain(JSON.stringify(schema));
  });

  test("is the default of the template that the job is made from", async () => {
    const emulator = await startEmulator({ seed: schema });
    const { body } = await get(emulator, `${base(importedId)}/templates?$expand=schema`);
    expect(body["value"]).toEqual([expect.objectContaining({ id: "imported", default: true, schema })]);
  });

  test("may lack its id", async () => {
    const emulator = await startEmulator({ seed: { synchronizationRules: [] } });
    expect(await emulator.directory()).toMatchObject([{ jobIds: ["imported.5eed0004000040008000000000000000"] }]);
  });
});

describe("a tenant seed", () => {
  const seed: TenantSeed = {
    applications: [
      {
        id: "AAAAAAAA-0000-4000-8000-000000000001",
        appId: "aaaaaaaa-0000-4000-8000-000000000002",
        displayName: "Payroll",
        servicePrincipal: { id: "aaaaaaaa-0000-4000-8000-000000000003" },
        synchronization: {
          secrets: [
            { key: "BaseAddress", value: "https://scim.example/v2" },
            { key: "SecretToken", value: "s3cr3t-token" },
            { key: "Unheard", value: "*" },
            { key: "AppKey", value: "s3cr3t-key" },
            { key: "ConsumerKey", value: "s3cr3t-key" },
            { key: "MyOwnKey", value: "s3cr3t-key" },
            { key: "SkipOutOfScopeDeletions", value: "True" },
          ],
          templates: [{ id: "scim", factoryTag: "CustomSCIM", schema: { version: "v1.0", synchronizationRules: [] } }],
          jobs: [{ ...job, templateId: "scim" }],
        },
      },
      {
        id: "aaaaaaaa-0000-4000-8000-000000000004",
        appId: "aaaaaaaa-0000-4000-8000-000000000005",
        displayName: "Nothing yet",
        servicePrincipal: { id: "aaaaaaaa-0000-4000-8000-000000000006" },
      },
    ],
  };

  test("is answered under its own ids, by both roots", async () => {
    const emulator = await startEmulator({ seed });
    for (const root of [
      "applications/aaaaaaaa-0000-4000-8000-000000000001",
      "servicePrincipals/aaaaaaaa-0000-4000-8000-000000000003",
    ]) {
      expect(await get(emulator, `v1.0/${root}/synchronization?$expand=jobs,templates`)).toMatchObject({
        body: {
          jobs: [{ id: job.id, later: "kept" }],
          templates: [{ id: "scim", applicationId: "aaaaaaaa-0000-4000-8000-000000000002" }],
        },
      });
    }
  });

  test("has every value masked that is not a known setting's, and what is masked already stays so", async () => {
    const { body } = await get(
      await startEmulator({ seed }),
      `${base("aaaaaaaa-0000-4000-8000-000000000003")}/secrets`,
    );
    expect(body["value"]).toEqual([
      { key: "BaseAddress", value: "https://scim.example/v2" },
      { key: "SecretToken", value: "*" },
      { key: "Unheard", value: "*" },
      { key: "AppKey", value: "*" },
      { key: "ConsumerKey", value: "*" },
      { key: "MyOwnKey", value: "*" },
      { key: "SkipOutOfScopeDeletions", value: "True" },
    ]);
  });

  test("gives a job without a schema its template's, under the job's id", async () => {
    const emulator = await startEmulator({ seed });
    const { body } = await get(
      emulator,
      `${base("aaaaaaaa-0000-4000-8000-000000000003")}/jobs/${job.id}?$expand=schema`,
    );
    expect(body["schema"]).toEqual({ version: "v1.0", synchronizationRules: [], id: job.id });
  });

  test("may hold an app without provisioning", async () => {
    const path = base("aaaaaaaa-0000-4000-8000-000000000006");
    expect((await get(await startEmulator({ seed }), `${path}?$expand=jobs`)).body).toMatchObject({
      secrets: [],
      jobs: [],
    });
  });
});

describe("a bad seed is refused by its place", () => {
  const app = {
    id: "aaaaaaaa-0000-4000-8000-000000000001",
    appId: "aaaaaaaa-0000-4000-8000-000000000002",
    displayName: "Payroll",
    servicePrincipal: { id: "aaaaaaaa-0000-4000-8000-000000000003" },
  };
  const within = (synchronization: unknown): object => ({ applications: [{ ...app, synchronization }] });

  test.each<[object, string]>([
    [{}, "seed is none of the forms that are known"],
    [[], "seed must be a JSON object, but is an array"],
    [{ value: "x" }, "seed.value must be an array, but is a string"],
    [{ value: [{ ...job, id: undefined }] }, "seed.value[0].id must be a text, but is missing"],
    [{ value: [{ id: "scim", factoryTag: "x" }] }, "seed.value[0].schedule must be a JSON object, but is missing"],
    [{ value: [{ ...job, schedule: {} }] }, "seed.value[0].schedule.state must be a text, but is missing"],
    [{ value: [{ ...job, status: null }] }, "seed.value[0].status must be a JSON object, but is null"],
    [{ value: [{ ...job, synchronizationJobSettings: [1] }] }, "synchronizationJobSettings[0] must be a JSON object"],
    [{ value: [{ ...job, schema: "x" }] }, "seed.value[0].schema must be a JSON object, but is a string"],
    [{ value: [job, job] }, "seed holds the job id BoxOutDelta.3a1f twice"],
    [{ synchronizationRules: [], id: 7 }, "seed.id must be a text"],
    [{ applications: {} }, "seed.applications must be an array"],
    [{ applications: [{ ...app, id: "one" }] }, 'seed.applications[0].id must be a GUID, but is "one"'],
    [{ applications: [{ ...app, servicePrincipal: undefined }] }, "seed.applications[0].servicePrincipal must be"],
    [{ applications: [{ ...app, secrets: [] }] }, "seed.applications[0].secrets is not a member that a seed has there"],
    [{ applications: [app, app] }, "seed holds the application id aaaaaaaa-0000-4000-8000-000000000001 twice"],
    [within({ jobs: [{ ...job, templateId: "" }] }), "synchronization.jobs[0].templateId must be a text, but is empty"],
    [within({ templates: [{}] }), "seed.applications[0].synchronization.templates[0].id must be a text"],
    [
      within({ templates: [{ id: "t", schema: { directories: [null] } }] }),
      "templates[0].schema.directories must be a list of objects",
    ],
    [
      { value: [{ ...job, schema: { synchronizationRules: "x" } }] },
      "seed.value[0].schema.synchronizationRules must be a list of objects",
    ],
    [{ synchronizationRules: [{ id: 5 }] }, "seed.synchronizationRules[0].id must be a text"],
    [{ value: [{ ...job, id: "a\0b" }] }, "seed.value[0].id is not valid Unicode text"],
    [{ value: [{ ...job, templateId: "\ud800" }] }, "seed.value[0].templateId is not valid Unicode text"],
    [within({ secrets: [{ key: "BaseAddress" }] }), "synchronization.secrets[0].value must be a text, but is missing"],
    [
      within({
        secrets: [
          { key: "A", value: "1" },
          { key: "A", value: "2" },
        ],
      }),
      "holds the secret of a service",
    ],
  ])("%#: %j", async (seed, sentence) => {
    const failure: unknown = await startEmulator({ seed }).catch((error: unknown) => error);
    expect(isEmulatorError(failure) && failure.code).toBe("bad-seed");
    expect(failure).toHaveProperty("message", expect.stringContaining(sentence));
  });

  test("without telling the value of a secret", async () => {
    const failure: unknown = await startEmulator({
      seed: within({
        secrets: [
          { key: "SecretToken", value: "s3cr3t" },
          { key: "SecretToken", value: "s3cr3t" },
        ],
      }),
    }).catch((error: unknown) => error);
    expect(failure).toHaveProperty("message", expect.not.stringContaining("s3cr3t"));
  });
});
