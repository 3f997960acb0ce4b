import { expect, onTestFinished, test } from "vitest";
import { engineAt } from "../../src/database/engine.ts";
import { openDatabase } from "../../src/database/open.ts";
import { built } from "../../src/handlers/built.ts";
import { notBuilt, type Handlers } from "../../src/handlers/handler.ts";
import type { AppParts } from "../../src/http/answer.ts";
import { createApp } from "../../src/http/app.ts";
import { freshKey } from "../../src/sealing/key.ts";
import { vault } from "../../src/sealing/vault.ts";
import { ask } from "../directory-under-test.ts";
import { containing, get, quillnote, refusal, roots, startEmulator, stillClock } from "../emulator-under-test.ts";

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const jobs = `v1.0/${roots[0]}/synchronization/jobs`;

function parts(db: AppParts["db"], handlers: Handlers): AppParts {
  return {
    db,
    vault: vault(freshKey()),
    clock: stillClock,
    handlers,
    fetch: globalThis.fetch,
    origin: "https://graph.microsoft.com",
  };
}

test.each([
  ["no token", {}],
  ["an empty one", { authorization: "Bearer " }],
  ["another scheme", { authorization: "Basic YTpi" }],
])("a request with %s is refused with 401 and a challenge", async (_, headers) => {
  const emulator = await startEmulator();
  const response = await emulator.fetch(`https://graph.microsoft.com/${jobs}`, { headers });
  expect(response.status).toBe(401);
  expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/u);
  expect(await response.json()).toMatchObject({ error: { code: "InvalidAuthenticationToken" } });
});

test("an address that does not exist is refused for want of a token before anything else", async () => {
  const emulator = await startEmulator();
  expect((await emulator.fetch("https://graph.microsoft.com/v1.0/nothing")).status).toBe(401);
});

test("an error is Graph's envelope, with the date and both request ids", async () => {
  const emulator = await startEmulator({ clock: stillClock });
  const mine = "0f0e0d0c-0b0a-4908-8706-050403020100";
  const id = "00000000-0000-4000-8000-000000000000";
  const { status, headers, body } = await get(emulator, `v1.0/servicePrincipals/${id}/synchronization`, {
    headers: { "client-request-id": mine },
  });
  expect(status).toBe(404);
  expect(headers.get("content-type")).toBe("application/json");
  expect(body).toEqual({
    error: {
      code: "Request_ResourceNotFound",
      message: `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
      innerError: {
        date: "2026-05-06T07:08:09",
        "request-id": headers.get("request-id"),
        "client-request-id": mine,
      },
    },
  });
});

test("an appId is not an object id on either root", async () => {
  const emulator = await startEmulator();
  for (const root of ["servicePrincipals", "applications"]) {
    const { status } = await get(emulator, `v1.0/${root}/${quillnote.appId}/synchronization`);
    expect(status).toBe(404);
  }
});

test("an object id of one root is unknown to the other", async () => {
  const emulator = await startEmulator();
  expect((await get(emulator, `v1.0/applications/${quillnote.servicePrincipalId}/synchronization`)).status).toBe(404);
  expect((await get(emulator, `v1.0/servicePrincipals/${quillnote.applicationId}/synchronization`)).status).toBe(404);
});

test.each([
  ["GET", `v2.0/${roots[0]}/synchronization`],
  ["GET", `v1.0/${roots[0]}/synchronization/nothing`],
  ["GET", `v1.0/users/${quillnote.servicePrincipalId}/synchronization`],
  ["PATCH", `${jobs}/${quillnote.jobId}/schema`],
  ["PATCH", `v1.0/${roots[0]}/synchronization/secrets`],
])("%s /%s is no route: 404 UnknownError", async (method, path) => {
  expect(await get(await startEmulator(), path, { method })).toMatchObject({
    status: 404,
    body: { error: { code: "UnknownError" } },
  });
});

test.each(["%zz", "%e0%a4", "..%2f..", "'", "%00", "ä"])("the id %s is unknown, and breaks nothing", async (id) => {
  expect(await get(await startEmulator(), `v1.0/servicePrincipals/${id}/synchronization`)).toMatchObject({
    status: 404,
    body: { error: { code: "Request_ResourceNotFound" } },
  });
});

test("a method that the service lacks is an address that it does not know", async () => {
  const { body } = await get(await startEmulator(), jobs, { method: "PATCH", body: "{}" });
  expect(body).toMatchObject({
    error: {
      code: "UnknownError",
      message: `{"Message":"No HTTP resource was found that matches the request URI '/${jobs}'."}`,
    },
  });
});

test("every answer has a fresh request id, the clock's date, and may be kept where its operation may", async () => {
  const emulator = await startEmulator({ clock: stillClock });
  const [one, two] = [await get(emulator, jobs), await get(emulator, jobs)];
  expect(one.headers.get("request-id")).toMatch(guid);
  expect(one.headers.get("request-id")).not.toBe(two.headers.get("request-id"));
  expect(Object.fromEntries(one.headers)).toMatchObject({
    date: "Wed, 06 May 2026 07:08:09 GMT",
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "odata-version": "4.0",
    "content-type": containing("application/json;odata.metadata=minimal"),
  });
});

test.each(["", "/secrets", "/jobs/nobody"])("an answer of …/synchronization%s is kept by nobody", async (below) => {
  const { headers } = await get(await startEmulator(), `${jobs.replace(/\/jobs$/, "")}${below}`);
  expect(headers.get("cache-control")).toBe("no-store");
});

test("a client-request-id comes back as it was sent", async () => {
  const mine = "ABCDEF01-2345-4678-9ABC-DEF012345678";
  const { headers } = await get(await startEmulator(), jobs, { headers: { "client-request-id": mine } });
  expect(headers.get("client-request-id")).toBe(mine);
});

test.each(["", "not-a-guid", "a".repeat(4000)])(
  "a client-request-id that is no GUID is replaced: %.12s",
  async (id) => {
    const { headers } = await get(await startEmulator(), jobs, { headers: { "client-request-id": id } });
    expect(headers.get("client-request-id")).toMatch(guid);
  },
);

test("an operation without a handler answers 501 and names itself", async () => {
  const { db } = await openDatabase(engineAt(undefined), () => Promise.resolve(false));
  onTestFinished(() => db.destroy());
  const app = createApp(parts(db, { ...built, "jobs.list": notBuilt }));
  const response = await app.request(`/${jobs}`, { headers: { authorization: "Bearer any" } });
  expect(response.status).toBe(501);
  expect(await response.json()).toMatchObject({
    error: { code: "NotImplemented", message: "The emulator does not answer jobs.list yet." },
  });
});

test.each([
  ["start", 204],
  ["bulkUpload", 202],
])("an operation that answers nothing has no body: %s", async (action, status) => {
  const { db } = await openDatabase(engineAt(undefined), () => Promise.resolve(false));
  onTestFinished(() => db.destroy());
  const calls: string[] = [];
  const nothing = {
    kind: "nothing",
    handle: async ({ param }: { param: (name: "jobId") => string }): Promise<void> => void calls.push(param("jobId")),
  } as const;
  const app = createApp(parts(db, { ...built, "jobs.start": nothing, "jobs.bulkUpload": nothing }));
  const headers = { authorization: "Bearer any" };
  const response = await app.request(`/${jobs}/one/${action}`, { method: "POST", headers });
  expect([response.status, await response.text(), calls]).toEqual([status, "", ["one"]]);
});

test("a failure inside answers 500 and tells nothing of the inside", async () => {
  const { db } = await openDatabase(engineAt(undefined), () => Promise.resolve(false));
  await db.destroy();
  const app = createApp(parts(db, built));
  const response = await app.request(`/${jobs}`, { headers: { authorization: "Bearer any" } });
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({
    error: { code: "InternalServerError", message: "The emulator failed on this request." },
  });
});

test("an address of more than 8,192 characters is 414, in a batch too", async () => {
  const emulator = await startEmulator();
  const filter = `$filter=${"id eq 'a' or ".repeat(50_000)}id eq 'a'`;
  expect(await get(emulator, `v1.0/users?${filter}`)).toMatchObject(
    refusal(414, "RequestUriTooLong", "longer than 8192 characters"),
  );
  const requests = [{ id: "1", method: "GET", url: `/users?${filter}` }];
  expect((await ask(emulator, "POST", "/$batch", { requests })).body).toMatchObject({ responses: [{ status: 414 }] });
});
