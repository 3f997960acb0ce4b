import { expect, test } from "vitest";
import { get, quillnote, refusal, roots, send, startEmulator } from "../emulator-under-test.ts";

const value = [
  { key: "BaseAddress", value: "https://scim.example/v2" },
  { key: "SecretToken", value: "s3cr3t" },
  { key: "SyncAll", value: "true" },
];

test("the set is replaced as a whole: what is left out is gone, and secret values are masked", async () => {
  const emulator = await startEmulator();
  const { status, body } = await send(emulator, "PUT", "secrets", { value });
  expect([status, body]).toEqual([204, {}]);
  const masked = [value[0], { key: "SecretToken", value: "*" }, value[2]];
  expect((await send(emulator, "GET", "secrets")).body["value"]).toEqual(masked);
  expect((await get(emulator, `v1.0/${roots[1]}/synchronization`)).body["secrets"]).toEqual(masked);
});

test.each(["UserName", "ClientIdentifier", "Oauth2ClientId"])(
  "a name of who signs in is no secret: %s",
  async (key) => {
    const emulator = await startEmulator();
    const named = [{ key, value: "provisioning@alderfinch.example" }];
    await send(emulator, "PUT", "secrets", { value: named });
    expect((await send(emulator, "GET", "secrets")).body["value"]).toEqual(named);
  },
);

test("an empty set removes everything, and an empty value removes its key", async () => {
  const emulator = await startEmulator();
  await send(emulator, "PUT", "secrets", { value: [...value, { key: "Domain", value: "" }] });
  expect((await send(emulator, "GET", "secrets")).body["value"]).toHaveLength(3);
  expect((await send(emulator, "PUT", "secrets", { value: [] })).status).toBe(204);
  expect((await send(emulator, "GET", "secrets")).body["value"]).toEqual([]);
});

test.each([
  [undefined, "Empty Payload. JSON content expected."],
  [{}, "Empty Payload. JSON content expected."],
  [{ credentials: value }, "Empty Payload. JSON content expected."],
  [{ value: ["SecretToken"] }, "Empty Payload. JSON content expected."],
  [{ value: [{ value: "x" }] }, "'key' is missing"],
  [{ value: [{ key: "SyncAll", value: true }] }, "'value' must be a text"],
  [{ value: [{ key: "SecretToken", value: "*" }] }, `'SecretToken' is masked ("*")`],
  [{ value: [...value, { key: "SyncAll", value: "false" }] }, "'SyncAll' is there twice"],
  [{ value: [{ key: "Url\0", value: "x" }] }, "not valid Unicode"],
  [{ value: [{ key: "Url", value: "\ud800" }] }, "not valid Unicode"],
])("a set that cannot be kept is refused, and the old one stays: %j", async (body, message) => {
  const emulator = await startEmulator();
  const before = await send(emulator, "GET", "secrets");
  expect(await send(emulator, "PUT", "secrets", body)).toMatchObject(refusal(400, "BadRequest", message));
  expect((await send(emulator, "GET", "secrets")).body).toEqual(before.body);
});

test.each(["", "off", "[]", "null"])("notification settings must be JSON: %j", async (text) => {
  const answer = await send(await startEmulator(), "PUT", "secrets", {
    value: [{ key: "SyncNotificationSettings", value: text }],
  });
  expect(answer).toMatchObject({
    status: 400,
    body: {
      error: {
        code: "UnknownError",
        message: `{"error":{"code":"InvalidNotificationSettings","message":null,"target":null,"details":[],"innerError":null}}`,
      },
    },
  });
});

test("empty notification settings leave the key", async () => {
  const emulator = await startEmulator();
  await send(emulator, "PUT", "secrets", { value: [{ key: "SyncNotificationSettings", value: "{}" }] });
  expect((await send(emulator, "GET", "secrets")).body["value"]).toEqual([
    { key: "SyncNotificationSettings", value: "{}" },
  ]);
});

test.each([["{"], ["[]"], ["\u00ff{}"]])("a body that is no JSON object is refused: %s", async (body) => {
  const headers = { "content-type": "application/json" };
  const path = `v1.0/servicePrincipals/${quillnote.servicePrincipalId}/synchronization/secrets`;
  const answer = await get(await startEmulator(), path, { method: "PUT", headers, body });
  expect(answer).toMatchObject(refusal(400, "BadRequest", "Unable to read JSON request payload."));
});

test("a body that is nested without end is refused", async () => {
  const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
  const path = `v1.0/servicePrincipals/${quillnote.servicePrincipalId}/synchronization/secrets`;
  const init = { method: "PUT", headers: { "content-type": "application/json" }, body: `{"value":${deep}}` };
  expect(await get(await startEmulator(), path, init)).toMatchObject(refusal(400, "BadRequest", "nested deeper"));
});

test("a set of many keys is kept in its order, also where some of them are set again, and one of too many is refused", async () => {
  const emulator = await startEmulator();
  const value = Array.from({ length: 1_000 }, (_, index) => ({ key: `Key${index}`, value: "x" }));
  expect((await send(emulator, "PUT", "secrets", { value })).status).toBe(204);
  const again = [{ key: "SyncAll", value: "true" }, ...value.slice(300, 700)];
  const beta = `beta/${roots[0] ?? ""}/synchronization/connectivityParameters`;
  const headers = { "content-type": "application/json" };
  const patch = (body: object) => get(emulator, beta, { method: "PATCH", headers, body: JSON.stringify(body) });
  expect((await patch({ value: again })).status).toBe(204);
  expect((await patch({ value: [] })).status).toBe(204);
  const keys = (await send(emulator, "GET", "secrets")).body["value"] as readonly { readonly key: string }[];
  expect(keys.map(({ key }) => key)).toEqual([...value.map(({ key }) => key), "SyncAll"]);
  expect(await send(emulator, "PUT", "secrets", { value: [...value, ...again] })).toMatchObject(
    refusal(400, "BadRequest", "1000 keys at the most, and this one has 1401"),
  );
});
