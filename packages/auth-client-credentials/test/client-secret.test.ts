import { isAuthError } from "@graph-sync/core";
import { expect, test } from "vitest";
import { clientSecret } from "../src/index.ts";
import { authorityOf, clientId, cloud, rejection, tokenRequest } from "./apps.ts";

const sourceFor = (secret: string, authority = authorityOf({ secrets: ["s3cret~Value"] })) => ({
  authority,
  source: clientSecret({ ...authority, clientId, clientSecret: secret, cloud }),
});

test("proves the app with its secret, in the body, for the scope that is asked for", async () => {
  const { authority, source } = sourceFor("s3cret~Value");
  const { token } = await source.getToken(tokenRequest());
  expect(authority.issued).toMatchObject([{ token, clientId, user: undefined, scopes: [cloud.scope] }]);
  expect(authority.requests[0]?.url).toBe(`https://login.example.com/${authority.tenantId}/oauth2/v2.0/token`);
  expect(JSON.stringify(authority.requests[0]?.headers)).not.toContain("s3cret");
});

test("leaves out a line break that came with the secret", async () => {
  const { authority, source } = sourceFor("s3cret~Value\n");
  await source.getToken(tokenRequest());
  expect(authority.issued).toHaveLength(1);
});

test("a wrong secret is an error that says what to look at, is not tried again and shows no secret", async () => {
  const { authority, source } = sourceFor("wr0ng-secret");
  const error = await rejection(source.getToken(tokenRequest()));
  expect(isAuthError(error) && error).toMatchObject({ error: "invalid_client", codes: [7000215], retryable: false });
  expect(String(error)).toContain("Value");
  expect(JSON.stringify([error, String(error)])).not.toContain("wr0ng-secret");
  expect(authority.requests).toHaveLength(1);
});

test("says that it takes challenges, and passes their claims on", async () => {
  const { authority, source } = sourceFor("s3cret~Value");
  await source.getToken(tokenRequest());
  await source.getToken(tokenRequest({ claims: '{"access_token":{"nbf":{"essential":true,"value":"1"}}}' }));
  const capability = { xms_cc: { values: ["cp1"] } };
  expect(authority.issued.map(({ claims }) => JSON.parse(claims ?? "{}") as unknown)).toEqual([
    { access_token: capability },
    { access_token: { nbf: { essential: true, value: "1" }, ...capability } },
  ]);
});

test("is the identity of its authority, tenant and client id, in any case", () => {
  const { authority, source } = sourceFor("s3cret~Value");
  const shouted = clientSecret({
    transport: authority.transport,
    tenantId: authority.tenantId.toUpperCase(),
    clientId: clientId.toUpperCase(),
    clientSecret: "other",
    cloud,
  });
  expect(source.partition).toBe(`https://login.example.com/${authority.tenantId}/${clientId}`);
  expect(shouted.partition).toBe(source.partition);
});

test.each([
  ["an empty secret", { clientSecret: " \n" }],
  ["no tenant", { tenantId: "" }],
  ["a tenant that leads elsewhere", { tenantId: ".." }],
  ["a tenant with a slash", { tenantId: "a/b" }],
  ["a word for several tenants", { tenantId: "common" }],
  ["a client id that is none", { clientId: "a b" }],
  ["no transport", { transport: undefined }],
  ["a deadline of nothing", { timeoutMs: 0 }],
])("%s is refused before anything is sent", (_, bad) => {
  const { authority } = sourceFor("s3cret");
  const options = { ...authority, clientId, clientSecret: "s3cret", cloud, ...bad } as Parameters<
    typeof clientSecret
  >[0];
  expect(() => clientSecret(options)).toThrow(expect.objectContaining({ name: "InvalidRequestError" }));
});
