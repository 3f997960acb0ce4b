import { bearer, createClient } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { describe, expect, test } from "vitest";
import { containing, get, quillnote, startEmulator } from "../emulator-under-test.ts";

const { appId, servicePrincipalId, applicationId } = quillnote;
const unknown = "00000000-0000-4000-8000-000000000000";

describe.each([
  ["servicePrincipals", servicePrincipalId],
  ["applications", applicationId],
])("an app below /%s", (set, id) => {
  test.each([`${set}/${id}`, `${set}(appId='${appId}')`, `${set}(appId='${appId.toUpperCase()}')`])(
    "is found by either key: %s",
    async (path) => {
      const emulator = await startEmulator();
      for (const version of ["v1.0", "beta"]) {
        expect(await get(emulator, `${version}/${path}`)).toMatchObject({
          status: 200,
          body: {
            "@odata.context": `https://graph.microsoft.com/${version}/$metadata#${set}/$entity`,
            id,
            appId,
            displayName: "Quillnote",
          },
        });
      }
    },
  );

  test("answers the properties that $select names", async () => {
    const { body } = await get(await startEmulator(), `v1.0/${set}(appId='${appId}')?$select=id,displayName`);
    expect(body).toEqual({
      "@odata.context": containing(`#${set}(id,displayName)/$entity`),
      id,
      displayName: "Quillnote",
    });
  });

  test.each(["$select=keyCredentials", "$expand=homeRealmDiscoveryPolicies"])(
    "refuses what the emulator does not hold: %s",
    async (option) => {
      expect((await get(await startEmulator(), `v1.0/${set}/${id}?${option}`)).status).toBe(400);
    },
  );

  test.each([
    [`${set}/${unknown}`, unknown],
    [`${set}/${appId}`, appId],
    [`${set}(appId='${unknown}')`, unknown],
    [`${set}(appId='${id}')`, id],
    [`${set}(appId='o''brien')`, "o'brien"],
    [`${set}(appId=%27${unknown}%27)`, unknown],
  ])("is not found by another key: %s", async (path, key) => {
    expect(await get(await startEmulator(), `v1.0/${path}`)).toMatchObject({
      status: 404,
      body: { error: { code: "Request_ResourceNotFound", message: containing(`'${key}'`) } },
    });
  });

  test.each([
    `${set}(appId='${appId}')/synchronization`,
    `${set}(appid='${appId}')`,
    `${set}(appId=${appId})`,
    `x${set}(appId='${appId}')`,
  ])("has no other address: %s", async (path) => {
    expect(await get(await startEmulator(), `v1.0/${path}`)).toMatchObject({
      status: 404,
      body: { error: { code: "UnknownError" } },
    });
  });
});

test("our client goes from an appId to the jobs", async () => {
  const emulator = await startEmulator();
  const graph = createClient({ transport: fetchTransport({ fetch: emulator.fetch }), plugins: [bearer("any")] });
  const { id = "" } = await graph.servicePrincipals.getByAppId(appId, { select: ["id"] });
  const { jobs } = await graph.servicePrincipals(id).synchronization.get({ expand: ["jobs"] });
  expect(jobs).toMatchObject([{ id: quillnote.jobId }]);
  expect(await graph.applications.getByAppId(appId)).toMatchObject({ id: applicationId });
  expect(await graph.applications(applicationId).get()).toMatchObject({ appId });
});
