import { describe, expect, test } from "vitest";
import { containing, get, harborline, quillnote, roots, startEmulator } from "../emulator-under-test.ts";

const versions = ["v1.0", "beta"];
const places = versions.flatMap((version) => roots.map((root) => ({ version, root, base: `${version}/${root}` })));
const job = { id: quillnote.jobId, templateId: "scim", schedule: { state: "Active", interval: "PT40M" } };

describe.each(places)("at $base", ({ version, root, base }) => {
  const [set, id] = root.split("/");
  const context = `https://graph.microsoft.com/${version}/$metadata#${set}('${id}')/synchronization`;

  test("the container is the bare entity with its secrets, the secret ones masked", async () => {
    const { status, body } = await get(await startEmulator(), `${base}/synchronization`);
    expect(status).toBe(200);
    expect(body).toEqual({
      "@odata.context": `${context}/$entity`,
      id: quillnote.servicePrincipalId,
      secrets: [
        { key: "BaseAddress", value: "https://api.quillnote.example/scim/v2" },
        { key: "SecretToken", value: "*" },
        { key: "SyncNotificationSettings", value: containing('"DeleteThresholdValue":500') },
        { key: "SyncAll", value: "false" },
      ],
    });
  });

  test("the jobs are a collection without their schemas", async () => {
    const { status, body } = await get(await startEmulator(), `${base}/synchronization/jobs`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ "@odata.context": `${context}/jobs`, value: [job] });
    expect(body).not.toHaveProperty("value[0].schema");
  });

  test("one job is an entity of that collection", async () => {
    const { status, body } = await get(await startEmulator(), `${base}/synchronization/jobs/${quillnote.jobId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ "@odata.context": `${context}/jobs/$entity`, ...job, status: { code: "Active" } });
  });

  test("the templates name the application by its appId", async () => {
    const { status, body } = await get(await startEmulator(), `${base}/synchronization/templates`);
    expect(status).toBe(200);
    expect(body).toEqual({
      "@odata.context": `${context}/templates`,
      value: [expect.objectContaining({ id: "scim", applicationId: quillnote.appId, default: true })],
    });
  });

  test("the secrets are a collection of keys and values", async () => {
    const { status, body } = await get(await startEmulator(), `${base}/synchronization/secrets`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ "@odata.context": `${context}/secrets` });
    expect(body).toHaveProperty("value[1]", { key: "SecretToken", value: "*" });
  });
});

test("a job in quarantine says why, since when and what comes next", async () => {
  const path = `v1.0/servicePrincipals/${harborline.servicePrincipalId}/synchronization/jobs/${harborline.jobId}`;
  const { body } = await get(await startEmulator(), path);
  expect(body).toMatchObject({
    status: {
      code: "Quarantine",
      quarantine: { reason: "EncounteredQuarantineException", error: { code: "InvalidCredentials" }, seriesCount: 4 },
      lastExecution: { state: "Failed" },
      lastSuccessfulExecution: { state: "Succeeded" },
    },
  });
});

test("a job of one app is not found below another", async () => {
  const path = `v1.0/servicePrincipals/${harborline.servicePrincipalId}/synchronization/jobs/${quillnote.jobId}`;
  expect(await get(await startEmulator(), path)).toMatchObject({
    status: 404,
    body: { error: { code: "Request_ResourceNotFound", message: containing(`'${quillnote.jobId}'`) } },
  });
});

test("an address may end in a slash, as on Graph's pages", async () => {
  const { status } = await get(await startEmulator(), `v1.0/${roots[0]}/synchronization/jobs/`);
  expect(status).toBe(200);
});

test("object ids are the same in upper case", async () => {
  const path = `v1.0/servicePrincipals/${quillnote.servicePrincipalId.toUpperCase()}/synchronization/jobs`;
  expect(await get(await startEmulator(), path)).toMatchObject({ status: 200, body: { value: [job] } });
});

test("HEAD answers the headers of GET without its body", async () => {
  const { status, headers, body } = await get(await startEmulator(), `v1.0/${roots[0]}/synchronization`, {
    method: "HEAD",
  });
  expect([status, headers.get("odata-version"), body]).toEqual([200, "4.0", {}]);
});
