import { expect, test } from "vitest";
import { get, quillnote, refusal, roots, send, startEmulator } from "../emulator-under-test.ts";

const made = { id: "scim2", applicationId: quillnote.appId, factoryTag: "CustomSCIM", description: "A second one" };

test("one template, with its schema where that is asked for", async () => {
  const emulator = await startEmulator();
  const { status, body } = await send(emulator, "GET", "templates/scim");
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: "scim", applicationId: quillnote.appId, default: true, factoryTag: "CustomSCIM" });
  expect(body).not.toHaveProperty("schema");
  const expanded = await send(emulator, "GET", "templates/scim?$expand=schema");
  expect(expanded.body).toMatchObject({ schema: { version: "v1.0" } });
  expect(await send(emulator, "GET", "templates/slack")).toMatchObject(
    refusal(404, "Request_ResourceNotFound", "'slack'"),
  );
});

test("a new template has the schema of its factory, and jobs can be made from it", async () => {
  const emulator = await startEmulator();
  await send(emulator, "PUT", "templates/scim/schema", { synchronizationRules: [] });
  const { status, body } = await send(emulator, "POST", "templates", made);
  expect(status).toBe(201);
  expect(body).toMatchObject({ "@odata.context": expect.stringContaining("/templates/$entity") as unknown, ...made });
  expect((await send(emulator, "GET", "templates/scim2/schema")).body).toMatchObject({
    synchronizationRules: [{ name: "USER_AND_GROUP_OUTBOUND" }],
  });
  expect((await send(emulator, "POST", "jobs", { templateId: "scim2" })).status).toBe(201);
  expect(await send(emulator, "POST", "templates", made)).toMatchObject(refusal(409, "Conflict", "'scim2' already"));
});

test("a new template may bring its own schema", async () => {
  const emulator = await startEmulator();
  const schema = { synchronizationRules: [{ id: "mine" }] };
  await send(emulator, "POST", "templates", { ...made, factoryTag: "Other", schema });
  expect((await send(emulator, "GET", "templates/scim2/schema")).body).toMatchObject(schema);
});

test.each([
  [{ ...made, id: "" }, "'id' is missing, or is empty"],
  [{ ...made, applicationId: undefined }, "'applicationId' is missing"],
  [{ ...made, factoryTag: null }, "'factoryTag' is missing"],
  [{ ...made, factoryTag: "Other" }, "No schema is known for the factoryTag 'Other'"],
  [{ ...made, default: "yes" }, "'default' must be true or false"],
  [{ ...made, metadata: {} }, "'metadata' must be a list of objects"],
])("a template is not made from %j", async (body, message) => {
  const emulator = await startEmulator();
  expect(await send(emulator, "POST", "templates", body)).toMatchObject(refusal(400, "BadRequest", message));
  expect((await send(emulator, "GET", "templates")).body).toHaveProperty("value.length", 1);
});

test.each(["PATCH", "PUT"])("an update erases what it leaves out, but not the schema: %s", async (method) => {
  const emulator = await startEmulator();
  const body = { id: "scim", applicationId: quillnote.appId, factoryTag: "CustomSCIM", newMember: 1 };
  expect((await send(emulator, method, "templates/scim", body)).status).toBe(204);
  const { body: template } = await send(emulator, "GET", "templates/scim?$expand=schema");
  expect(template).toMatchObject({ ...body, schema: { version: "v1.0" } });
  for (const name of ["default", "discoverable", "description", "metadata"]) expect(template).not.toHaveProperty(name);
});

test("an update with a schema replaces it", async () => {
  const emulator = await startEmulator();
  await send(emulator, "PATCH", "templates/scim", { schema: { synchronizationRules: [] } });
  expect((await send(emulator, "GET", "templates/scim/schema")).body).toMatchObject({
    version: "v1.1",
    synchronizationRules: [],
  });
});

test("a template keeps its id", async () => {
  expect(await send(await startEmulator(), "PATCH", "templates/scim", { id: "other" })).toMatchObject(
    refusal(400, "BadRequest", "cannot be changed"),
  );
});

test("a job outlives its template with its schema", async () => {
  const emulator = await startEmulator();
  const schema = `jobs/${quillnote.jobId}/schema`;
  const { body: before } = await send(emulator, "GET", schema);
  expect((await send(emulator, "DELETE", "templates/scim")).status).toBe(204);
  expect((await send(emulator, "GET", schema)).body).toEqual(before);
  expect((await get(emulator, `v1.0/${roots[1]}/synchronization/templates`)).body).toMatchObject({ value: [] });
  expect((await send(emulator, "DELETE", "templates/scim")).status).toBe(404);
});
