import { expect, test } from "vitest";
import { ask, newGroup, newUser, reference } from "../directory-under-test.ts";
import { containing, get, quillnote, refusal, startEmulator, stillClock } from "../emulator-under-test.ts";

const unknown = "00000000-0000-4000-8000-000000000000";

test("a user is made, found by id and by name, changed, and its password is never answered", async () => {
  const emulator = await startEmulator({ clock: stillClock });
  const id = await newUser(emulator, "ada", { department: "Sales" });
  const { status, body } = await ask(emulator, "GET", `/users/${id}`);
  expect(status).toBe(200);
  expect(body).toEqual({
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users/$entity",
    id,
    accountEnabled: true,
    createdDateTime: "2026-05-06T07:08:09.000Z",
    department: "Sales",
    displayName: "ada",
    mailNickname: "ada",
    userPrincipalName: "ada@alderfinch.example",
  });
  expect((await ask(emulator, "PATCH", `/users/${id}`, { department: null, jobTitle: "Lead" })).status).toBe(204);
  expect((await ask(emulator, "GET", "/users/ADA@alderfinch.example?$select=department,jobTitle")).body).toEqual({
    "@odata.context": containing("#users(department,jobTitle)/$entity"),
    department: null,
    jobTitle: "Lead",
  });
});

test("users are filtered, ordered, counted and paged; texts are the same in upper case", async () => {
  const emulator = await startEmulator();
  for (const name of ["ada", "bob", "Abe"]) await newUser(emulator, name, { accountEnabled: name !== "bob" });
  const names = async (query: string): Promise<unknown> => {
    const { body } = await ask(emulator, "GET", `/users?${query}`);
    return (body["value"] as { displayName: string }[]).map(({ displayName }) => displayName);
  };
  expect(await names("$filter=startswith(displayName,'a')&$orderby=displayName")).toEqual(["Abe", "ada"]);
  expect(await names("$filter=userPrincipalName eq 'BOB@alderfinch.example'")).toEqual(["bob"]);
  expect(await names("$filter=accountEnabled eq false")).toEqual(["bob"]);
  expect(await names("$top=2&$orderby=displayName desc")).toEqual(["bob", "ada"]);
  const eventual = await get(emulator, "v1.0/users?$count=true&$top=1", { headers: { consistencylevel: "eventual" } });
  expect(eventual.body).toMatchObject({ "@odata.count": 3, "@odata.nextLink": containing("$skiptoken=") });
  expect(await ask(emulator, "GET", "/users?$count=true")).toMatchObject(
    refusal(400, "Request_UnsupportedQuery", "ConsistencyLevel: eventual"),
  );
});

test.each([
  [{}, "A value is required for property 'accountEnabled' of resource 'User'."],
  [{ password: "x" }, "A value is required for property 'accountEnabled'"],
])("a user is not made from %j", async (body, message) => {
  expect(await ask(await startEmulator(), "POST", "/users", body)).toMatchObject(
    refusal(400, "Request_BadRequest", message),
  );
});

test("two users have not the same name, and no user has what users do not have", async () => {
  const emulator = await startEmulator();
  const id = await newUser(emulator, "ada");
  await newUser(emulator, "bob");
  const taken = { userPrincipalName: "BOB@alderfinch.example" };
  expect(await ask(emulator, "PATCH", `/users/${id}`, taken)).toMatchObject(
    refusal(400, "Request_BadRequest", "same value for property userPrincipalName already exists"),
  );
  expect(await ask(emulator, "PATCH", `/users/${id}`, { departmnt: "x" })).toMatchObject(
    refusal(400, "Request_BadRequest", "Invalid property 'departmnt'"),
  );
  expect(await ask(emulator, "PATCH", `/users/${id}`, { id: unknown })).toMatchObject(
    refusal(400, "Request_BadRequest", "'id' is read-only"),
  );
  for (const [name, value] of Object.entries({
    userPrincipalName: {},
    accountEnabled: "true",
    employeeHireDate: "?",
  })) {
    expect(await ask(emulator, "PATCH", `/users/${id}`, { [name]: value })).toMatchObject(
      refusal(400, "Request_BadRequest", `Invalid value specified for property '${name}' of resource 'User'.`),
    );
  }
});

test("a deleted user can be restored until it is deleted for good", async () => {
  const emulator = await startEmulator();
  const [id, group] = [await newUser(emulator, "ada"), await newGroup(emulator, "crew")];
  await ask(emulator, "POST", `/groups/${group}/members/$ref`, reference(id));
  expect((await ask(emulator, "DELETE", `/users/${id}`)).status).toBe(204);
  expect((await ask(emulator, "GET", `/users/${id}`)).status).toBe(404);
  expect((await ask(emulator, "GET", `/groups/${group}/members`)).body["value"]).toEqual([]);
  expect((await ask(emulator, "GET", `/directory/deletedItems/${id}`)).body).toMatchObject({
    id,
    deletedDateTime: containing("T"),
  });
  expect((await ask(emulator, "POST", `/directory/deletedItems/${id}/restore`)).status).toBe(200);
  expect((await ask(emulator, "GET", `/groups/${group}/members`)).body["value"]).toMatchObject([{ id }]);
  await ask(emulator, "DELETE", `/users/${id}`);
  expect((await ask(emulator, "DELETE", `/directory/deletedItems/${id}`)).status).toBe(204);
  expect((await ask(emulator, "POST", `/directory/deletedItems/${id}/restore`)).status).toBe(404);
});

test("a manager is set, answered, expanded and removed", async () => {
  const emulator = await startEmulator();
  const [ada, bob, eve] = [
    await newUser(emulator, "ada"),
    await newUser(emulator, "bob"),
    await newUser(emulator, "eve"),
  ];
  expect((await ask(emulator, "GET", `/users/${ada}/manager`)).status).toBe(404);
  for (const manager of [bob, eve]) {
    expect((await ask(emulator, "PUT", `/users/${ada}/manager/$ref`, reference(manager))).status).toBe(204);
  }
  expect((await ask(emulator, "GET", `/users/${ada}/manager`)).body).toMatchObject({
    "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#directoryObjects/$entity",
    "@odata.type": "#microsoft.graph.user",
    id: eve,
  });
  expect((await ask(emulator, "GET", `/users/${ada}?$select=id&$expand=manager`)).body).toMatchObject({
    id: ada,
    manager: { id: eve },
  });
  expect((await ask(emulator, "DELETE", `/users/${ada}/manager/$ref`)).status).toBe(204);
  expect((await ask(emulator, "DELETE", `/users/${ada}/manager/$ref`)).status).toBe(404);
});

test("members are added once, listed and removed", async () => {
  const emulator = await startEmulator();
  const [ada, group] = [await newUser(emulator, "ada"), await newGroup(emulator, "crew")];
  expect((await ask(emulator, "POST", `/groups/${group}/members/$ref`, reference(ada))).status).toBe(204);
  expect(await ask(emulator, "POST", `/groups/${group}/members/$ref`, reference(ada))).toMatchObject(
    refusal(400, "Request_BadRequest", "already exist for the following modified properties: 'members'"),
  );
  expect((await ask(emulator, "GET", `/groups/${group}/members?$select=id`)).body["value"]).toEqual([
    { "@odata.type": "#microsoft.graph.user", id: ada },
  ]);
  for (const status of [204, 404]) {
    expect((await ask(emulator, "DELETE", `/groups/${group}/members/${ada}/$ref`)).status).toBe(status);
  }
  expect((await ask(emulator, "POST", `/groups/${group}/members/$ref`, reference(unknown))).status).toBe(404);
  expect(await ask(emulator, "POST", `/groups/${group}/members/$ref`, { "@odata.id": ada })).toMatchObject(
    refusal(400, "BadRequest", "'@odata.id' must be the address"),
  );
});

test("a user or a group is assigned to an app, and the app knows it", async () => {
  const emulator = await startEmulator();
  const app = quillnote.servicePrincipalId;
  const role = "00000000-0000-0000-0000-000000000000";
  for (const [set, type, id] of [
    ["users", "User", await newUser(emulator, "ada")],
    ["groups", "Group", await newGroup(emulator, "crew")],
  ] as const) {
    const body = { principalId: id, resourceId: app, appRoleId: role };
    const made = await ask(emulator, "POST", `/${set}/${id}/appRoleAssignments`, body);
    expect(made).toMatchObject({
      status: 201,
      body: { ...body, principalType: type, resourceDisplayName: "Quillnote" },
    });
    expect(await ask(emulator, "POST", `/servicePrincipals/${app}/appRoleAssignedTo`, body)).toMatchObject(
      refusal(400, "Request_BadRequest", "already exists"),
    );
    const filtered = `/${set}/${id}/appRoleAssignments?$filter=resourceId eq ${app}`;
    expect((await ask(emulator, "GET", filtered)).body["value"]).toMatchObject([{ id: made.body["id"] }]);
    expect((await ask(emulator, "GET", `/servicePrincipals/${app}/appRoleAssignedTo`)).body["value"]).toMatchObject([
      { principalId: id },
    ]);
    const address = `/servicePrincipals/${app}/appRoleAssignments/${String(made.body["id"])}`;
    expect((await ask(emulator, "DELETE", address)).status).toBe(204);
    expect((await ask(emulator, "DELETE", address)).status).toBe(404);
  }
});

test("nobody is assigned to what is not there", async () => {
  const emulator = await startEmulator();
  const [ada, app] = [await newUser(emulator, "ada"), quillnote.servicePrincipalId];
  const good = { principalId: ada, resourceId: app, appRoleId: "00000000-0000-0000-0000-000000000000" };
  const to = (body: object): Promise<unknown> =>
    ask(emulator, "POST", `/servicePrincipals/${app}/appRoleAssignedTo`, body);
  expect(await to({ ...good, principalId: unknown })).toMatchObject({ status: 404 });
  expect(await to({ ...good, appRoleId: unknown })).toMatchObject(
    refusal(400, "Request_BadRequest", "was not found on application"),
  );
  expect(await to({ ...good, resourceId: ada })).toMatchObject(
    refusal(400, "BadRequest", "'resourceId' must be the id"),
  );
});
