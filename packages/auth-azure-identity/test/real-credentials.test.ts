import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from "@azure/identity";
import { bearerFrom, createClient, type GraphResponse, isAuthError } from "@graph-sync/core";
import {
  claimsChallenge,
  fakeAuthority,
  type FakeAuthority,
  jsonResponse,
  scriptedTransport,
} from "@graph-sync/testing";
import nock from "nock";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { azureIdentity } from "../src/index.ts";

/** The real `@azure/identity`; its HTTP is answered in this process or on loopback. */

const clientId = "b1b6a2ce-3f4f-4d53-8a0a-6f9a4c1d2e3f";
const claims = { access_token: { nbf: { essential: true, value: "1" } } };

/** Calls with a credential, at a service that answers from a script. */
function calling(credential: TokenCredential, ...answers: readonly GraphResponse[]) {
  const transport = scriptedTransport(...answers);
  const client = createClient({ transport, plugins: [bearerFrom(azureIdentity(credential))] });
  const tokens = () => transport.requests.map(({ headers }) => headers["authorization"]?.replace("Bearer ", ""));
  return { call: () => client.applications("1").synchronization.get(), tokens };
}

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("ClientSecretCredential", () => {
  let authority: FakeAuthority;
  beforeEach(() => {
    authority = fakeAuthority({ apps: [{ clientId, secrets: ["s3cret"] }] });
    nock.disableNetConnect();
    nock("https://login.microsoftonline.com")
      .persist()
      .post(/.*/)
      .reply(async function (path, body) {
        const form = typeof body === "string" ? body : new URLSearchParams(body as Record<string, string>).toString();
        const answer = await authority.fetch(`https://login.microsoftonline.com${path}`, {
          method: "POST",
          body: form,
        });
        return [answer.status, (await answer.json()) as nock.Body, { "content-type": "application/json" }];
      });
  });
  afterEach(() => {
    nock.cleanAll();
    nock.enableNetConnect();
  });
  const credentialWith = (secret: string) =>
    new ClientSecretCredential(authority.tenantId, clientId, secret, {
      disableInstanceDiscovery: true,
      retryOptions: { maxRetries: 0 },
    });

  test("gives its token to calls, once", async () => {
    const { call, tokens } = calling(credentialWith("s3cret"), jsonResponse({}));
    await Promise.all([call(), call(), call()]);
    await call();
    expect(authority.issued).toHaveLength(1);
    expect(tokens()).toEqual(Array(4).fill(authority.issued[0]?.token));
  });

  test("gets the claims of a challenge, and the capability to take one", async () => {
    const challenge = jsonResponse({}, 401, { "www-authenticate": claimsChallenge(claims) });
    const { call, tokens } = calling(credentialWith("s3cret"), challenge, jsonResponse({}));
    await call();
    expect(authority.issued.map(({ claims: asked }) => JSON.parse(asked ?? "{}") as unknown)).toMatchObject([
      { access_token: { xms_cc: { values: ["cp1"] } } },
      { access_token: { xms_cc: { values: ["cp1"] }, ...claims.access_token } },
    ]);
    expect(tokens()).toEqual(authority.issued.map(({ token }) => token));
  });

  test("that is refused is an AuthError with Entra's codes, and the credential's own error as its cause", async () => {
    const { call } = calling(credentialWith("wr0ng"), jsonResponse({}));
    const error = await rejection(call());
    expect(isAuthError(error) && error).toMatchObject({ codes: [7000215], retryable: false });
    // This version keeps nothing but its sentence.
    expect(isAuthError(error) && error.cause).toMatchObject({ name: "AuthenticationRequiredError" });
  });
});

describe("ManagedIdentityCredential", () => {
  let server: Server;
  let asked: { url: string; header: string | undefined }[];
  const before = { ...process.env };
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push({ url: request.url ?? "", header: request.headers["x-identity-header"]?.toString() });
      const expiresOn = String(Math.floor(Date.now() / 1000) + 3_600);
      response.setHeader("content-type", "application/json");
      response.end(
        JSON.stringify({
          access_token: `managed-${asked.length}`,
          expires_on: expiresOn,
          token_type: "Bearer",
          resource: "x",
        }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    // As App Service sets them.
    process.env["IDENTITY_ENDPOINT"] = `http://127.0.0.1:${port}/msi/token`;
    process.env["IDENTITY_HEADER"] = "proof";
  });
  afterEach(async () => {
    process.env = { ...before };
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test("gives its token to calls, once, from the endpoint that the platform names", async () => {
    const { call, tokens } = calling(new ManagedIdentityCredential({ clientId }), jsonResponse({}));
    await Promise.all([call(), call()]);
    expect(tokens()).toEqual(["managed-1", "managed-1"]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.header).toBe("proof");
    expect(asked[0]?.url).toContain("resource=https%3A%2F%2Fgraph.microsoft.com");
  });
});
