import { expect, test } from "vitest";
import { readMediaType } from "../../src/http/media-type.ts";
import { get, quillnote, refusal, startEmulator } from "../emulator-under-test.ts";

const path = `v1.0/servicePrincipals/${quillnote.servicePrincipalId}/synchronization/secrets`;
const body = JSON.stringify({ value: [{ key: "SyncAll", value: "true" }] });
const read = (header: string): unknown => {
  const found = readMediaType(header);
  return found && { type: found.type, ...Object.fromEntries(found.parameters) };
};

test("a media type is read with its parameters", () => {
  expect(read("application/json")).toEqual({ type: "application/json" });
  expect(read("Application/JSON;Charset=UTF-8")).toEqual({ type: "application/json", charset: "UTF-8" });
  expect(read('a/b; x="1; \\"2\\""\t;y=3 ; ;')).toEqual({ type: "a/b", x: '1; "2"', y: "3" });
});

test.each([
  "",
  "json",
  "a/",
  "/b",
  "a/b c",
  "a/b, a/b",
  "a/b; x",
  "a/b; x =1",
  'a/b; x="1',
  "a/b; x=1; X=2",
  "a/b;x=é",
])("what the grammar does not have is no media type: %j", (header) => expect(readMediaType(header)).toBeUndefined());

test("a long header takes no longer than its length", () => {
  for (const piece of [";", " ", "; ", '"', "a/", ";a=", '\\"'])
    expect(readMediaType(`a/b;x="${piece.repeat(100_000)}`)).toBeUndefined();
});

test("a body is taken as JSON with any parameters, in UTF-8 alone", async () => {
  const emulator = await startEmulator();
  const put = (type: string) => get(emulator, path, { method: "PUT", headers: { "content-type": type }, body });
  for (const type of [
    "application/json",
    'APPLICATION/json ; charset="utf-8"',
    "application/json;odata.metadata=none",
  ]) {
    expect((await put(type)).status, type).toBe(204);
  }
  for (const type of ["application/json; charset=utf-16", 'application/json;charset="latin1"']) {
    expect(await put(type), type).toMatchObject(refusal(415, "UnsupportedMediaType", "must be utf-8"));
  }
  for (const type of [
    "text/plain",
    "application/json-patch+json",
    "application/json, text/plain",
    "application/json;x",
  ]) {
    expect(await put(type), type).toMatchObject(refusal(415, "UnsupportedMediaType", "must be application/json"));
  }
});

test("a body without a type is refused in Graph's words", async () => {
  const bytes = new TextEncoder().encode(body);
  const answer = await get(await startEmulator(), path, { method: "PUT", body: bytes });
  expect(answer).toMatchObject(refusal(400, "BadRequest", "Please ensure Content-Type header is set"));
});

test("a compressed body is refused before it is read, and the answer says what is taken", async () => {
  const emulator = await startEmulator();
  const never = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
  for (const coding of ["gzip", "br", "x-none", "identity, gzip"]) {
    const headers = { "content-type": "application/json", "content-encoding": coding };
    const answer = await get(emulator, path, { method: "PUT", headers, body: never, duplex: "half" });
    expect(answer, coding).toMatchObject(refusal(415, "UnsupportedMediaType", "without Content-Encoding"));
    expect(answer.headers.get("accept-encoding")).toBe("identity");
  }
  const headers = { "content-type": "application/json", "content-encoding": "Identity" };
  expect((await get(emulator, path, { method: "PUT", headers, body })).status).toBe(204);
});
