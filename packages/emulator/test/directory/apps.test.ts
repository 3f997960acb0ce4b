import { bearer, createClient, findOrCreateJob, toArray } from "@graph-sync/core";
import { fetchTransport } from "@graph-sync/transport-fetch";
import { expect, test } from "vitest";
import { ask, newGroup, newUser, reference } from "../directory-under-test.ts";
import { type Answer, containing, quillnote, refusal, startEmulator } from "../emulator-under-test.ts";

const noRole = "00000000-0000-0000-0000-000000000000";
const custom = "8adf8e6e-67b2-4cf2-a259-e3dc5476c621";

test("an app is instantiated, and a job is made, configured, run and deleted in it by our client", async () => {
  const emulator = await startEmulator();
  const caller = createClient({ transport: fetchTransport({ fetch: emulator.fetch }), plugins: [bearer("any")] });
  const { application, servicePrincipal } = await caller
    .applicationTemplates(custom)
    .instantiate({ displayName: "Payroll" });
  expect(application?.appId).toBe(servicePrincipal?.appId);
  const root = caller.servicePrincipals(servicePrincipal?.id ?? "");
  const { synchronization } = root;
  expect(await toArray(synchronization.templates.list(), { limit: 10 })).toMatchObject([{ id: "scim" }]);
  const job = await findOrCreateJob(caller, { servicePrincipalId: servicePrincipal?.id ?? "" }, "scim");
  await synchronization.secrets.replace([{ key: "BaseAddress", value: "https://scim.example" }]);
  const one = synchronization.jobs(job.id ?? "");
  const schema = await one.schema.get();
  await one.schema.replace({ ...schema, synchronizationRules: [] });
  await one.start();
  expect(await one.get()).toMatchObject({ schedule: { state: "Active" }, status: { code: "NotRun" } });
  await one.pause();
  await one.restart();
  await one.delete();
  expect(await toArray(synchronization.jobs.list(), { limit: 10 })).toEqual([]);
});

test("an app of one's own has the roles that people are assigned to", async () => {
  const emulator = await startEmulator();
  const { body } = await ask(emulator, "POST", `/applicationTemplates/${custom}/instantiate`, {
    displayName: "Payroll",
  });
  const { id } = body["servicePrincipal"] as { readonly id: string };
  const { body: app } = await ask(emulator, "GET", `/servicePrincipals/${id}?$select=appRoles`);
  expect(app["appRoles"]).toMatchObject([{ displayName: "User" }, { displayName: "msiam_access" }]);
  const [role] = app["appRoles"] as readonly { readonly id: string }[];
  const ada = await newUser(emulator, "ada");
  const assign = (appRoleId: string | undefined): Promise<Answer> =>
    ask(emulator, "POST", `/users/${ada}/appRoleAssignments`, { principalId: ada, resourceId: id, appRoleId });
  expect((await assign("00000000-0000-0000-0000-000000000000")).status).toBe(400);
  expect((await assign(role?.id)).status).toBe(201);
});

test("the gallery has no other app", async () => {
  const path = "/applicationTemplates/00000000-0000-4000-8000-000000000000/instantiate";
  expect((await ask(await startEmulator(), "POST", path, { displayName: "x" })).status).toBe(404);
});

test("an app is registered, installed, found, changed and deleted with its jobs", async () => {
  const emulator = await startEmulator();
  const { status, body } = await ask(emulator, "POST", "/applications", { displayName: "Ledger", tags: ["x"] });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    "@odata.context": containing("#applications/$entity"),
    displayName: "Ledger",
    tags: ["x"],
  });
  const appId = String(body["appId"]);
  const installed = await ask(emulator, "POST", "/servicePrincipals", { appId });
  const path = `/servicePrincipals/${String(installed.body["id"])}`;
  expect(installed).toMatchObject({ status: 201, body: { appId, displayName: "Ledger", accountEnabled: true } });
  expect(await ask(emulator, "POST", "/servicePrincipals", { appId })).toMatchObject({ status: 400 });
  expect((await ask(emulator, "GET", "/servicePrincipals?$filter=startswith(displayName,'led')")).body).toMatchObject({
    value: [{ appId }],
  });
  const roles = [{ id: "b0f0a3c1-53f0-4a53-9d6c-6a1f0c5b8e21", value: "Writer" }];
  await ask(emulator, "PATCH", `/applications/${String(body["id"])}`, { appRoles: roles });
  expect((await ask(emulator, "GET", `/servicePrincipals(appId='${appId}')?$select=appRoles`)).body).toMatchObject({
    appRoles: roles,
  });
  await ask(emulator, "PATCH", path, { notes: "mine" });
  expect((await ask(emulator, "PATCH", path, { displayName: null })).status).toBe(400);
  expect((await ask(emulator, "GET", path)).body).toMatchObject({ notes: "mine", appRoles: roles });
  expect((await ask(emulator, "POST", `${path}/synchronization/jobs`, { templateId: "scim" })).status).toBe(201);
  expect((await ask(emulator, "DELETE", path)).status).toBe(204);
  expect((await ask(emulator, "GET", `${path}/synchronization/jobs`)).status).toBe(404);
  expect((await ask(emulator, "DELETE", `/applications/${String(body["id"])}`)).status).toBe(204);
  expect((await ask(emulator, "GET", `/applications(appId='${appId}')`)).status).toBe(404);
});

test("what is selected and not set is null, and a list is empty", async () => {
  const emulator = await startEmulator();
  const { body } = await ask(
    emulator,
    "GET",
    `/servicePrincipals/${quillnote.servicePrincipalId}?$select=appRoles,notes`,
  );
  expect(body).toMatchObject({ appRoles: [], notes: null });
});

test("a service principal needs an application, and neither takes what it does not have", async () => {
  const emulator = await startEmulator();
  expect(
    await ask(emulator, "POST", "/servicePrincipals", { appId: "00000000-0000-4000-8000-000000000000" }),
  ).toMatchObject(refusal(400, "Request_BadRequest", "must be in the local tenant"));
  expect(await ask(emulator, "POST", "/applications", {})).toMatchObject(
    refusal(400, "Request_BadRequest", "'displayName' of resource 'Application'"),
  );
  expect(await ask(emulator, "POST", "/applications", { displayName: "x", appId: "y" })).toMatchObject(
    refusal(400, "Request_BadRequest", "'appId' is read-only"),
  );
});

test("owners are added, listed and removed", async () => {
  const emulator = await startEmulator();
  const ada = await newUser(emulator, "ada");
  const owners = `/servicePrincipals/${quillnote.servicePrincipalId}/owners`;
  expect((await ask(emulator, "POST", `${owners}/$ref`, reference(ada))).status).toBe(204);
  expect((await ask(emulator, "GET", owners)).body["value"]).toMatchObject([{ id: ada }]);
  expect((await ask(emulator, "DELETE", `${owners}/${ada}/$ref`)).status).toBe(204);
  expect((await ask(emulator, "GET", owners)).body["value"]).toEqual([]);
});

test("a service principal that is deleted leaves no link and no assignment behind, and an application takes its own along", async () => {
  const emulator = await startEmulator();
  const [ada, crew] = [await newUser(emulator, "ada"), await newGroup(emulator, "crew")];
  const made = async (): Promise<{ readonly application: string; readonly id: string; readonly appId: string }> => {
    const { body } = await ask(emulator, "POST", "/applications", { displayName: "Ledger" });
    const appId = String(body["appId"]);
    const id = String((await ask(emulator, "POST", "/servicePrincipals", { appId })).body["id"]);
    await ask(emulator, "POST", `/groups/${crew}/members/$ref`, reference(id));
    await ask(emulator, "POST", `/servicePrincipals/${id}/owners/$ref`, reference(ada));
    const assignment = { principalId: id, resourceId: quillnote.servicePrincipalId, appRoleId: noRole };
    const assigned = await ask(emulator, "POST", `/servicePrincipals/${id}/appRoleAssignments`, assignment);
    expect(assigned.status).toBe(201);
    return { application: String(body["id"]), id, appId };
  };
  for (const alone of [true, false]) {
    const { application, id, appId } = await made();
    const deleted = alone ? `/servicePrincipals/${id}` : `/applications/${application}`;
    expect((await ask(emulator, "DELETE", deleted)).status).toBe(204);
    expect((await ask(emulator, "GET", `/servicePrincipals/${id}`)).status).toBe(404);
    expect((await ask(emulator, "DELETE", `/groups/${crew}/members/${id}/$ref`)).status).toBe(404);
    const assigned = await ask(emulator, "GET", `/servicePrincipals/${quillnote.servicePrincipalId}/appRoleAssignedTo`);
    expect(assigned.body["value"]).toEqual([]);
    const templates = await ask(emulator, "GET", `/applications/${application}/synchronization/templates`);
    expect(templates.status).toBe(alone ? 200 : 404);
    expect((await ask(emulator, "POST", "/servicePrincipals", { appId })).status).toBe(alone ? 201 : 400);
  }
});
