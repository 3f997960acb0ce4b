import { describe, expect, test } from "vitest";
import { isEmulatorError, type TenantSeed } from "../../src/index.ts";
import { newLastingDatabase } from "../database-under-test.ts";
import { ask } from "../directory-under-test.ts";
import { containing, get, startEmulator } from "../emulator-under-test.ts";

const id = (last: number): string => `bbbbbbbb-0000-4000-8000-${String(last).padStart(12, "0")}`;
const app = { id: id(1), appId: id(2), displayName: "Payroll", servicePrincipal: { id: id(3) } };
const ada = { id: id(4), displayName: "Ada", userPrincipalName: "ada@alderfinch.example", department: "Sales" };
const bob = { id: id(5), displayName: "Bob", userPrincipalName: "bob@alderfinch.example", manager: { id: ada.id } };
const eve = { ...ada, id: id(8), userPrincipalName: "eve@alderfinch.example", deletedDateTime: "2026-05-06T07:08:09Z" };
const crew = { id: id(6), displayName: "Crew", securityEnabled: true, members: [{ id: id(5) }, { id: id(3) }] };
const all = { id: id(7), displayName: "All", deletedDateTime: null, members: [{ ...crew, members: undefined }] };
const seed = { applications: [app], users: [ada, bob, eve], groups: [crew, all] } satisfies TenantSeed;

test("users, groups, members and managers are answered as the seed has them, in its order", async () => {
  const emulator = await startEmulator({ seed });
  const { deletedDateTime: _, ...kept } = eve;
  expect((await ask(emulator, "GET", "/users?$expand=manager")).body["value"]).toEqual([
    ada,
    { ...bob, manager: { ...ada, "@odata.type": "#microsoft.graph.user" } },
  ]);
  expect((await ask(emulator, "POST", `/directory/deletedItems/${eve.id}/restore`)).body).toMatchObject(kept);
  expect((await ask(emulator, "GET", "/groups?$select=id,displayName")).body["value"]).toEqual([
    { id: crew.id, displayName: "Crew" },
    { id: all.id, displayName: "All" },
  ]);
  const members = async (group: string) => (await ask(emulator, "GET", `/groups/${group}/members`)).body["value"];
  expect(await members(crew.id)).toMatchObject([{ id: bob.id }, { id: id(3), displayName: "Payroll" }]);
  expect(await members(all.id)).toMatchObject([{ id: crew.id, "@odata.type": "#microsoft.graph.group" }]);
});

test("what Graph answers is a seed: ids in upper case, annotations, and objects where an id would do", async () => {
  const context = "https://graph.microsoft.com/v1.0/$metadata#groups(members())";
  const answered = {
    ...crew,
    id: crew.id.toUpperCase(),
    "@odata.context": context,
    "members@odata.context": context,
    members: [{ "@odata.type": "#microsoft.graph.user", ...ada, id: ada.id.toUpperCase() }],
  };
  const emulator = await startEmulator({ seed: { applications: [], users: [ada], groups: [answered] } });
  expect((await ask(emulator, "GET", `/groups/${crew.id}`)).body).toEqual({
    "@odata.context": containing("#groups/$entity"),
    id: crew.id,
    displayName: "Crew",
    securityEnabled: true,
  });
  expect((await ask(emulator, "GET", `/groups/${crew.id}/members`)).body["value"]).toMatchObject([{ id: ada.id }]);
});

test("a reset brings them back, and a database that holds users alone is not filled again", async () => {
  const database = await newLastingDatabase();
  const options = { database, seed: { ...seed, applications: [], groups: [] }, control: true };
  const emulator = await startEmulator(options);
  await ask(emulator, "DELETE", `/users/${bob.id}`);
  const listed = async () => (await ask(emulator, "GET", "/users?$select=id")).body["value"];
  expect(await listed()).toEqual([{ id: ada.id }]);
  expect((await get(emulator, "_emulator/reset", { method: "POST" })).status).toBe(204);
  expect(await listed()).toEqual([{ id: ada.id }, { id: bob.id }]);
  await emulator.close();
  expect((await startEmulator(options)).seeded).toBe(false);
});

describe("a bad directory is refused by its place", () => {
  test.each<[object, string]>([
    [{ users: {} }, "seed.users must be an array, but is an object"],
    [{ users: [{ ...ada, id: "ada" }] }, 'seed.users[0].id must be a GUID, but is "ada"'],
    [{ users: [ada, { ...bob, displayName: "" }] }, "seed.users[1].displayName must be a text, but is empty"],
    [{ users: [{ ...ada, userPrincipalName: 7 }] }, "seed.users[0].userPrincipalName must be a text, but is a number"],
    [{ users: [{ ...ada, departmnt: "x" }] }, "seed.users[0].departmnt is not a member that a seed has there"],
    [{ users: [{ ...ada, passwordProfile: {} }] }, "seed.users[0].passwordProfile is not a member"],
    [{ users: [{ ...ada, deletedDateTime: 1 }] }, "seed.users[0].deletedDateTime must be a text, but is a number"],
    [{ users: [bob] }, `seed.users[0].manager.id names no user of the seed: ${ada.id}`],
    [{ users: [{ ...ada, manager: [] }] }, "seed.users[0].manager must be a JSON object, but is an array"],
    [
      { users: [ada, { ...ada, id: id(9), userPrincipalName: "ADA@alderfinch.example" }] },
      "name ada@alderfinch.example twice",
    ],
    [{ users: [ada], groups: [{ ...crew, id: ada.id, members: [] }] }, `service principal ${ada.id} twice`],
    [{ groups: [{ ...crew, id: id(3), members: [] }] }, `service principal ${id(3)} twice`],
    [{ groups: [{ ...crew, securityEnable: true }] }, "seed.groups[0].securityEnable is not a member"],
    [
      { groups: [{ ...crew, members: [{ id: id(3) }, { id: ada.id }] }] },
      "seed.groups[0].members[1].id names no user, group",
    ],
    [
      { groups: [{ ...crew, members: [{ id: id(3) }, { id: id(3) }] }] },
      `seed.groups[0].members[1].id names ${id(3)} a second`,
    ],
  ])("%#: %j", async (more, sentence) => {
    const failure: unknown = await startEmulator({ seed: { applications: [app], ...more } }).catch((e: unknown) => e);
    expect(isEmulatorError(failure) && failure.code).toBe("bad-seed");
    expect(failure).toHaveProperty("message", containing(sentence));
  });
});
