import { expect, test } from "vitest";
import { ask, newGroup, newUser, reference } from "../directory-under-test.ts";
import { get, quillnote, refusal, roots, startEmulator } from "../emulator-under-test.ts";
import type { Emulator } from "../../src/index.ts";

const eventual: Readonly<Record<string, string>> = { consistencylevel: "Eventual" };

/** A count as its text and its media type. */
async function count(emulator: Emulator, path: string, more = eventual): Promise<readonly unknown[]> {
  const headers = { authorization: "Bearer any", ...more };
  const response = await emulator.fetch(`https://graph.microsoft.com/v1.0${path}`, { headers });
  return [response.status, response.headers.get("content-type")?.split(";")[0], await response.text()];
}

test("jobs, templates, secrets and what is in a schema are counted without the header", async () => {
  const emulator = await startEmulator();
  for (const root of roots) {
    const synchronization = `/${root}/synchronization`;
    const schema = `${synchronization}/jobs/${quillnote.jobId}/schema`;
    const counts: Readonly<Record<string, string>> = {
      [`${synchronization}/jobs/$count`]: "1",
      [`${synchronization}/jobs/$count?$filter=status/code eq 'Paused'`]: "0",
      [`${synchronization}/templates/$count`]: "1",
      [`${synchronization}/secrets/$count`]: "4",
      [`${schema}/directories/$count`]: "2",
      [`${schema}/filterOperators()/$count`]: "8",
    };
    for (const [path, text] of Object.entries(counts)) {
      expect(await count(emulator, path, {}), path).toEqual([200, "text/plain", text]);
    }
  }
  expect((await ask(emulator, "GET", "/auditLogs/provisioning/$count")).status).toBe(404);
});

test("objects, members, owners and assignments are counted in plain text, all or those that pass a filter", async () => {
  const emulator = await startEmulator();
  const [ada, bob, crew] = [
    await newUser(emulator, "ada"),
    await newUser(emulator, "bob"),
    await newGroup(emulator, "crew"),
  ];
  for (const id of [ada, bob]) await ask(emulator, "POST", `/groups/${crew}/members/$ref`, reference(id));
  for (const root of roots) await ask(emulator, "POST", `/${root}/owners/$ref`, reference(ada));
  const counts: Readonly<Record<string, string>> = {
    "/users/$count": "2",
    "/users/$count?$filter=displayName eq 'ADA'": "1",
    "/users/$count?$filter=displayName eq 'eve'": "0",
    "/groups/$count": "1",
    "/applications/$count": "2",
    "/servicePrincipals/$count?$filter=startswith(displayName,'quill')": "1",
    [`/groups/${crew}/members/$count`]: "2",
    [`/${roots[0]}/owners/$count`]: "1",
    [`/${roots[1]}/owners/$count`]: "1",
    [`/users/${ada}/appRoleAssignments/$count`]: "0",
    [`/${roots[0]}/appRoleAssignedTo/$count`]: "0",
  };
  for (const [path, text] of Object.entries(counts)) {
    expect(await count(emulator, path), path).toEqual([200, "text/plain", text]);
  }
});

test("a count needs the header, takes no option but $filter, and is of something that is there", async () => {
  const emulator = await startEmulator();
  expect(await ask(emulator, "GET", "/users/$count")).toMatchObject(
    refusal(400, "Request_UnsupportedQuery", "'ConsistencyLevel:eventual' header is missing"),
  );
  const headers = { consistencylevel: "eventual" };
  for (const option of ["$top=1", "$count=true", "$select=id", "$filter=nothing eq 1"]) {
    expect((await get(emulator, `v1.0/users/$count?${option}`, { headers })).status, option).toBe(400);
  }
  const { status } = await get(emulator, `v1.0/groups/${quillnote.appId}/members/$count`, { headers });
  expect(status).toBe(404);
});

test("owners are expanded on an application and on a service principal, the first twenty of them", async () => {
  const emulator = await startEmulator();
  const ids: string[] = [];
  for (let index = 0; index < 21; index += 1) ids.push(await newUser(emulator, `user${index}`));
  for (const root of roots) {
    expect((await ask(emulator, "GET", `/${root}?$select=id&$expand=owners`)).body).toMatchObject({ owners: [] });
    for (const id of ids) await ask(emulator, "POST", `/${root}/owners/$ref`, reference(id));
    const one = (await ask(emulator, "GET", `/${root}?$select=id&$expand=owners`)).body;
    expect(idsOf(one["owners"])).toEqual(ids.slice(0, 20));
    const set = root.split("/")[0] ?? "";
    const all = await ask(emulator, "GET", `/${set}?$expand=owners&$filter=displayName eq 'Quillnote'`);
    expect(all.body["value"]).toMatchObject([{ displayName: "Quillnote", owners: one["owners"] }]);
    expect((await ask(emulator, "GET", `/${set}(appId='${quillnote.appId}')?$expand=owners`)).body).toMatchObject({
      owners: one["owners"],
    });
    expect((await ask(emulator, "GET", `/${root}`)).body).not.toHaveProperty("owners");
    expect((await ask(emulator, "DELETE", `/${root}/owners/${ids[0] ?? ""}/$ref`)).status).toBe(204);
    expect(idsOf((await ask(emulator, "GET", `/${root}/owners`)).body["value"])).toEqual(ids.slice(1));
  }
});

test("members are expanded on a group and in a list, the first twenty of them", async () => {
  const emulator = await startEmulator();
  const group = await newGroup(emulator, "crew");
  const ids: string[] = [];
  for (let index = 0; index < 21; index += 1) ids.push(await newUser(emulator, `user${index}`));
  for (const id of ids) await ask(emulator, "POST", `/groups/${group}/members/$ref`, reference(id));
  const one = (await ask(emulator, "GET", `/groups/${group}?$select=id&$expand=members`)).body;
  expect(idsOf(one["members"])).toEqual(ids.slice(0, 20));
  expect((await ask(emulator, "GET", "/groups?$expand=members")).body["value"]).toMatchObject([
    { id: group, members: one["members"] },
  ]);
  expect((await ask(emulator, "GET", `/groups/${group}`)).body).not.toHaveProperty("members");
});

test("a manager is expanded in a list, too", async () => {
  const emulator = await startEmulator();
  const [ada, bob] = [await newUser(emulator, "ada"), await newUser(emulator, "bob")];
  await ask(emulator, "PUT", `/users/${ada}/manager/$ref`, reference(bob));
  expect((await ask(emulator, "GET", "/users?$select=id&$expand=manager")).body["value"]).toMatchObject([
    { id: ada, manager: { id: bob } },
    { id: bob },
  ]);
});

function idsOf(list: unknown): unknown {
  return (list as readonly { readonly id: string }[]).map(({ id }) => id);
}
