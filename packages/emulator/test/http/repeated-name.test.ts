import { expect, test } from "vitest";
import { get, quillnote, refusal, send, startEmulator } from "../emulator-under-test.ts";
import { repeatedName } from "../../src/http/repeated-name.ts";

test.each([
  ['{"a":1,"b":2,"a":3}', "a"],
  ['{"a":{"x":[{"b":1},{"b":1,"c":"\\"}","b":2}]}}', "b"],
  [String.raw`{"value":[],"\u0076alue":[]}`, "value"],
  ['{"__proto__":1,"__proto__":2}', "__proto__"],
  ['{"a":[],"b":"a","c":["a","a"],"d":{"a":"a"},"e":{"a":"\\\\"}}', undefined],
  ['{"a":{"b":[1,{"c":[]}]},"b":["b",{"b":1}],"c":"{\\"c\\":1,\\"c\\":2}"}', undefined],
  ["[]", undefined],
])("of %s it is %s", (text, name) => {
  JSON.parse(text);
  expect(repeatedName(text)).toBe(name);
});

test("credentials that are there twice are refused, so that nobody reads the other ones", async () => {
  const emulator = await startEmulator();
  const answer = await get(emulator, `v1.0/servicePrincipals/${quillnote.servicePrincipalId}/synchronization/secrets`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: '{"value":[{"key":"SyncAll","value":"false"}],"value":[{"key":"SyncAll","value":"true"}]}',
  });
  expect(answer).toMatchObject(refusal(400, "BadRequest", "has the property 'value' twice"));
  expect((await send(emulator, "GET", "secrets")).body["value"]).toHaveLength(4);
});
