import { expect, test } from "vitest";
import { quillnote, refusal, send, startEmulator } from "../emulator-under-test.ts";
import { credentials, scimList, target } from "../target-under-test.ts";

const onJob = `jobs/${quillnote.jobId}/validateCredentials`;
const listResponse = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
const guid = /^userName eq "[0-9a-f-]{36}"$/u;

test.each([
  [onJob, {}],
  ["jobs/validateCredentials", { templateId: "scim" }],
])("the target is asked once for an object that nobody has: %s", async (path, more) => {
  const { fetch, requests } = target(() => scimList());
  const { status, body } = await send(await startEmulator({ fetch }), "POST", path, { credentials, ...more });
  expect([status, body]).toEqual([204, {}]);
  expect(requests).toHaveLength(1);
  const { method, url, headers, redirect } = requests[0] ?? new Request("https://none.example");
  expect([method, headers.get("authorization"), redirect]).toEqual(["GET", "Bearer s3cr3t", "manual"]);
  expect(url.split("?")[0]).toBe("https://scim.example/v2/Users");
  expect([...new URL(url).searchParams.keys()]).toEqual(["filter"]);
  expect(new URL(url).searchParams.get("filter")).toMatch(guid);
});

test("another attribute is filtered by where the schema matches by another", async () => {
  const { fetch, requests } = target(() => scimList());
  const emulator = await startEmulator({ fetch });
  const mapping = (targetAttributeName: string, matchingPriority: number): object => ({
    targetAttributeName,
    matchingPriority,
  });
  await send(emulator, "PUT", `jobs/${quillnote.jobId}/schema`, {
    synchronizationRules: [
      {
        objectMappings: [
          { enabled: false, targetObjectName: "User", attributeMappings: [mapping("off", 1)] },
          { targetObjectName: "Group", attributeMappings: [mapping("displayName", 1)] },
          {
            targetObjectName: "User",
            attributeMappings: [mapping("b", 2), mapping("externalId", 1), mapping("c", 0)],
          },
        ],
      },
    ],
  });
  await send(emulator, "POST", onJob, { credentials });
  expect(new URL(requests[0]?.url ?? "").searchParams.get("filter")).toMatch(/^externalId eq /u);
});

test("a schema of groups alone asks for groups", async () => {
  const { fetch, requests } = target(() => scimList());
  const emulator = await startEmulator({ fetch });
  await send(emulator, "PUT", `jobs/${quillnote.jobId}/schema`, {
    synchronizationRules: [{ objectMappings: [{ targetObjectName: "urn:x:Group" }] }],
  });
  await send(emulator, "POST", onJob, { credentials });
  expect(requests[0]?.url).toMatch(/\/v2\/Groups\?filter=displayName/u);
});

test("without a token none is sent", async () => {
  const { fetch, requests } = target(() => scimList());
  await send(await startEmulator({ fetch }), "POST", onJob, { credentials: credentials.slice(0, 1) });
  expect(requests[0]?.headers.get("authorization")).toBeNull();
});

test("saved credentials are tried instead of those that are sent", async () => {
  const { fetch, requests } = target(() => scimList());
  const emulator = await startEmulator({ fetch });
  await send(emulator, "PUT", "secrets", { value: [{ key: "BaseAddress", value: "https://saved.example" }] });
  expect((await send(emulator, "POST", onJob, { useSavedCredentials: true, credentials })).status).toBe(204);
  expect(requests[0]?.url).toMatch(/^https:\/\/saved\.example\/Users\?/u);
});

test.each<[string, () => Response, string]>([
  ["401", () => new Response(null, { status: 401 }), "was answered with 401"],
  ["404", () => new Response(null, { status: 404 }), "was answered with 404"],
  ["a redirect", () => new Response(null, { status: 302, headers: { location: "https://x.example" } }), "with 302"],
  ["a page", () => new Response("<html>"), "not answered with a SCIM list"],
  ["another list", () => Response.json({ Resources: [] }), "not answered with a SCIM list"],
  ["an object", () => scimList([{ userName: "x" }]), "found an object"],
  ["no total", () => Response.json({ schemas: [listResponse], Resources: [] }), "whose totalResults is not 0"],
  ["an endless body", () => new Response("x".repeat(1_048_577)), "longer than 1048576 bytes"],
])("a target that answers with %s is refused with the cause", async (_, answer, cause) => {
  const { fetch, requests } = target(answer);
  const refused = await send(await startEmulator({ fetch }), "POST", onJob, { credentials });
  expect(refused).toMatchObject(refusal(400, "CredentialValidationUnavailable", cause));
  expect(JSON.stringify(refused.body)).not.toContain("s3cr3t");
  expect(requests).toHaveLength(1);
});

test("a target that is not there is refused without the address's secrets", async () => {
  const fetch = (): Promise<Response> => {
    const cause = Object.assign(new Error("s3cr3t"), { code: "ECONNREFUSED" });
    return Promise.reject(new TypeError("fetch failed", { cause }));
  };
  expect(await send(await startEmulator({ fetch }), "POST", onJob, { credentials })).toMatchObject(
    refusal(400, "CredentialValidationUnavailable", "https://scim.example gave no answer: ECONNREFUSED."),
  );
});

test.each([
  [onJob, {}, "Empty Payload"],
  [onJob, { credentials: [] }, "no BaseAddress"],
  [onJob, { credentials: [{ key: "BaseAddress", value: "ftp://x.example" }] }, "no BaseAddress"],
  [onJob, { credentials: [{ key: "BaseAddress", value: "https://user:pass@x.example" }] }, "no BaseAddress"],
  [onJob, { credentials: [{ key: "SecretToken", value: "*" }] }, "masked"],
  [onJob, { useSavedCredentials: "yes" }, "'useSavedCredentials' must be true or false"],
  ["jobs/validateCredentials", { credentials }, "'templateId' is missing"],
  ["jobs/validateCredentials", { credentials, templateId: "x" }, "no synchronization template 'x'"],
])("%s with %j is refused before the target is asked", async (path, body, message) => {
  const { fetch, requests } = target(() => scimList());
  expect(await send(await startEmulator({ fetch }), "POST", path, body)).toMatchObject(
    refusal(400, "BadRequest", message),
  );
  expect(requests).toEqual([]);
});

test("an authorization code is traded for tokens, which are saved and masked", async () => {
  const { fetch, requests } = target(() => Response.json({ access_token: "s3cr3t-a", refresh_token: "s3cr3t-r" }));
  const emulator = await startEmulator({ fetch });
  const code = [
    { key: "Oauth2AuthorizationCode", value: "c0de" },
    { key: "Oauth2RedirectUri", value: "https://portal.example" },
    { key: "Oauth2TokenExchangeUri", value: "https://login.example/token" },
    { key: "Oauth2ClientId", value: "app" },
  ];
  expect((await send(emulator, "POST", "acquireAccessToken", { credentials: code })).status).toBe(204);
  expect(await requests[0]?.text()).toBe(
    "grant_type=authorization_code&code=c0de&redirect_uri=https%3A%2F%2Fportal.example&client_id=app",
  );
  const { body } = await send(emulator, "GET", "secrets");
  expect(body["value"]).toEqual(
    expect.arrayContaining([
      { key: "BaseAddress", value: "https://api.quillnote.example/scim/v2" },
      { key: "Oauth2AccessToken", value: "*" },
      { key: "Oauth2RefreshToken", value: "*" },
    ]),
  );
  expect(JSON.stringify(body)).not.toContain("c0de");
});

test.each([
  ["refused", Response.json({ error: "invalid_grant" }, { status: 400 }), "with 400 and the error invalid_grant, and"],
  ["traded for nothing", Response.json({ access_token: "" }), "with 200, and with no access token"],
  [
    "answered with a page",
    Response.json({ error: "x".repeat(9_000) }),
    `with 200 and the error ${"x".repeat(100)}, and`,
  ],
])("a code that is %s is 400 with the server's error", async (_, answer, message) => {
  const { fetch } = target(() => answer.clone());
  const code = [
    { key: "Oauth2AuthorizationCode", value: "c0de" },
    { key: "Oauth2TokenExchangeUri", value: "https://login.example/token" },
  ];
  expect(await send(await startEmulator({ fetch }), "POST", "acquireAccessToken", { credentials: code })).toMatchObject(
    refusal(400, "BadRequest", message),
  );
});
