import { expect, test } from "vitest";
import { quillnote, refusal, send, startEmulator, stillClock } from "../emulator-under-test.ts";
import { scimList, target } from "../target-under-test.ts";

const scim = "d8a3c6f1-49b0-4e57-9d12-7c0fe5b3a864";
const entra = "5f1e0b7a-c3d8-4296-a0f4-8b62d915ce37";
const owners = [`jobs/${quillnote.jobId}`, "templates/scim"];

const schemas = [
  {
    id: "urn:ietf:params:scim:schemas:core:2.0:User",
    attributes: [
      { name: "userName", type: "string", required: true },
      { name: "loginCount", type: "integer", mutability: "readOnly" },
      {
        name: "name",
        type: "complex",
        multiValued: false,
        subAttributes: [
          { name: "givenName", type: "string" },
          { name: "honorific", type: "string" },
        ],
      },
      {
        name: "phones",
        type: "complex",
        multiValued: true,
        subAttributes: [
          { name: "value", type: "string" },
          { name: "type", type: "string", canonicalValues: ["work", "fax"] },
        ],
      },
    ],
  },
  { id: "urn:scim:acme:2.0:User", attributes: [{ name: "badge", type: "boolean" }] },
  { id: "urn:scim:acme:2.0:Door", attributes: [{ name: "colour", type: "string" }] },
];

test.each(owners)("the directories of a schema are listed, and found by id: %s", async (owner) => {
  const emulator = await startEmulator();
  const { body } = await send(emulator, "GET", `${owner}/schema/directories?$select=id,name`);
  expect(body).toMatchObject({
    value: [
      { id: entra, name: "Microsoft Entra ID" },
      { id: scim, name: "Alder & Finch SCIM" },
    ],
  });
  expect((await send(emulator, "GET", `${owner}/schema/directories/${scim}`)).body).toMatchObject({ id: scim });
  expect(await send(emulator, "GET", `${owner}/schema/directories/none`)).toMatchObject(
    refusal(404, "Request_ResourceNotFound", "'none'"),
  );
});

test.each(owners)("discover adds what the target tells of, and keeps the rest: %s", async (owner) => {
  const { fetch, requests } = target(() => scimList(schemas));
  const emulator = await startEmulator({ fetch, clock: stillClock });
  const path = `${owner}/schema/directories/${scim}`;
  const { body: before } = await send(emulator, "GET", path);
  const { status, body } = await send(emulator, "POST", `${path}/discover`);
  expect(status).toBe(200);
  expect(requests[0]?.url).toBe("https://api.quillnote.example/scim/v2/Schemas");
  expect(body).toMatchObject({ id: scim, discoveryDateTime: "2026-05-06T07:08:09.000Z" });
  const names = (answer: typeof body): unknown[] =>
    (answer["objects"] as { attributes: { name: string }[] }[])[0]?.attributes.map(({ name }) => name) ?? [];
  expect(names(body)).toEqual([
    ...names(before),
    "loginCount",
    "name.honorific",
    'phones[type eq "work"].value',
    'phones[type eq "fax"].value',
    "urn:scim:acme:2.0:User:badge",
  ]);
  expect(body).toHaveProperty(
    "objects[0].attributes[7]",
    expect.objectContaining({ type: "Integer", mutability: "ReadOnly" }),
  );
  expect((await send(emulator, "GET", path)).body).toMatchObject({ version: body["version"] });
  expect((await send(emulator, "GET", `${owner}/schema`)).body).toMatchObject({ version: "v1.1" });
});

test("a directory that cannot tell of its schema is not discovered", async () => {
  const { fetch, requests } = target(() => scimList(schemas));
  const path = `${owners[0] ?? ""}/schema/directories/${entra}/discover`;
  expect(await send(await startEmulator({ fetch }), "POST", path)).toMatchObject(
    refusal(400, "BadRequest", "discoverabilities are None"),
  );
  expect(requests).toEqual([]);
});

test("a target without schemas leaves the directory as it is", async () => {
  const { fetch } = target(() => new Response(null, { status: 404 }));
  const emulator = await startEmulator({ fetch });
  const path = `${owners[0] ?? ""}/schema/directories/${scim}`;
  expect(await send(emulator, "POST", `${path}/discover`)).toMatchObject(
    refusal(400, "BadRequest", "was answered with 404, and with no list of SCIM schemas"),
  );
  expect((await send(emulator, "GET", path)).body).toMatchObject({ discoveryDateTime: null, version: null });
});
