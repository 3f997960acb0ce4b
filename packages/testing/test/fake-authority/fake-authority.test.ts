import { createHash, createPrivateKey, constants, randomUUID, sign, X509Certificate } from "node:crypto";
import { isJsonObject } from "@graph-sync/core";
import {
  authorityError,
  authorityRedirect,
  claimsChallenge,
  fakeAuthority,
  type FakeAuthority,
  fakeHost,
  federatedIssuer,
  graphRequest,
} from "@graph-sync/testing";
import { generate } from "selfsigned";
import { beforeAll, describe, expect, test } from "vitest";

const clientId = "b1b6a2ce-3f4f-4d53-8a0a-6f9a4c1d2e3f";
const scope = "https://graph.microsoft.com/.default";
const origin = "https://login.example.com";
const jwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const device = "urn:ietf:params:oauth:grant-type:device_code";

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function post(
  { fetch, tenantId }: FakeAuthority,
  form: Readonly<Record<string, string>>,
  endpoint = "token",
  at = origin,
): Promise<Answer> {
  const response = await fetch(`${at}/${tenantId}/oauth2/v2.0/${endpoint}`, {
    method: "POST",
    body: new URLSearchParams({ client_id: clientId, ...form }),
  });
  const body: unknown = await response.json();
  return { status: response.status, body: isJsonObject(body) ? body : {} };
}

const grant = (proof: Readonly<Record<string, string>>) => ({ grant_type: "client_credentials", scope, ...proof });
const shown = (assertion: string) => grant({ client_assertion: assertion, client_assertion_type: jwtBearer });

describe("a secret", () => {
  const authority = fakeAuthority({ apps: [{ clientId, secrets: ["good"] }], refreshInSeconds: 1_800 });

  test("that the app has gets a token, with the times that a test chose", async () => {
    const { status, body } = await post(authority, grant({ client_secret: "good" }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3_600, refresh_in: 1_800 });
    expect(authority.issued.at(-1)).toMatchObject({ token: body["access_token"], clientId, scopes: [scope] });
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string, number]>([
    ["another secret", { client_secret: "bad" }, "invalid_client", 7000215],
    ["none", {}, "invalid_client", 7000218],
    ["another app", { client_id: "x", client_secret: "good" }, "unauthorized_client", 700016],
    ["a scope of a person", { client_secret: "good", scope: "User.Read" }, "invalid_scope", 1002012],
    ["claims that are no JSON", { client_secret: "good", claims: "{" }, "invalid_request", 50126],
    ["another grant", { client_secret: "good", grant_type: "password" }, "unsupported_grant_type", 70003],
    ["a device, which the app does not allow", { grant_type: device, device_code: "x" }, "invalid_client", 7000218],
  ])("%s is refused as Entra does", async (_, form, error, code) => {
    const { status, body } = await post(authority, { ...grant({}), ...form });
    expect([body["error"], body["error_codes"]]).toEqual([error, [code]]);
    expect(status).toBe(error === "invalid_client" ? 401 : 400);
    expect(body["error_description"]).toContain(`AADSTS${code}: `);
    expect(body).toHaveProperty("trace_id");
    expect(body).toHaveProperty("correlation_id");
  });
});

describe("an assertion", () => {
  let cert = "";
  let key = "";
  beforeAll(async () => {
    ({ cert, private: key } = await generate([{ name: "commonName", value: "app" }], { keySize: 2048 }));
  });

  /** An assertion as the documentation has it, with the parts that a test changes. */
  function assertion(change: { header?: object; claims?: object } = {}): string {
    const thumbprint = createHash("sha256").update(new X509Certificate(cert).raw).digest("base64url");
    const now = Math.floor(Date.now() / 1000);
    const aud = `${origin}/${fakeAuthority({ apps: [] }).tenantId}/oauth2/v2.0/token`;
    const claims = { iss: clientId, sub: clientId, aud, jti: randomUUID(), nbf: now, exp: now + 300, ...change.claims };
    const input = [{ alg: "PS256", typ: "JWT", "x5t#S256": thumbprint, ...change.header }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    const signature = sign("sha256", Buffer.from(input), { key: createPrivateKey(key), ...padding });
    return `${input}.${signature.toString("base64url")}`;
  }
  const codesOf = async (text: string): Promise<unknown> => {
    const authority = fakeAuthority({ apps: [{ clientId, certificates: [cert] }] });
    return (await post(authority, shown(text))).body["error_codes"];
  };

  test("that is right gets a token, once", async () => {
    const authority = fakeAuthority({ apps: [{ clientId, certificates: [cert] }] });
    const text = assertion();
    expect((await post(authority, shown(text))).status).toBe(200);
    expect((await post(authority, shown(text))).body["error_codes"]).toEqual([700027]);
    expect((await post(authority, shown(assertion()))).status).toBe(200);
  });

  test.each<readonly [string, { header?: object; claims?: object }, number]>([
    ["another thumbprint", { header: { "x5t#S256": "AAAA" } }, 700027],
    ["no typ", { header: { typ: undefined } }, 700027],
    ["no algorithm", { header: { alg: "none" } }, 700027],
    ["another audience", { claims: { aud: "https://evil.example.com/token" } }, 700023],
    ["another subject", { claims: { sub: "x" } }, 700021],
    ["no jti", { claims: { jti: undefined } }, 700027],
    ["an end that has passed", { claims: { nbf: 1, exp: 2 } }, 700024],
    ["no end", { claims: { exp: undefined } }, 700024],
    ["a life of a week", { claims: { exp: Math.floor(Date.now() / 1000) + 7 * 86_400 } }, 700024],
  ])("with %s is refused", async (_, change, code) => {
    expect(await codesOf(assertion(change))).toEqual([code]);
  });

  test("whose claims were changed after it was signed is refused", async () => {
    const [head = "", , signature = ""] = assertion().split(".");
    const [, body = ""] = assertion().split(".");
    expect(await codesOf([head, body, signature].join("."))).toEqual([700027]);
    expect(await codesOf("a.b")).toEqual([50027]);
  });
});

describe("a federated assertion", () => {
  const issuer = federatedIssuer();
  const authority = fakeAuthority({ apps: [{ clientId, federated: [issuer.credential] }] });

  test("of the issuer, subject and audience that the app knows gets a token", async () => {
    expect((await post(authority, shown(issuer.token()))).status).toBe(200);
  });

  test.each<readonly [string, string, number]>([
    ["another subject", issuer.token({ sub: "x" }), 70021],
    ["another audience", issuer.token({ aud: "x" }), 70021],
    ["another key", federatedIssuer().token(), 50013],
    ["an end that has passed", issuer.token({ nbf: 1, exp: 2 }), 700024],
  ])("of %s is refused", async (_, text, code) => {
    expect((await post(authority, shown(text))).body["error_codes"]).toEqual([code]);
  });
});

describe("a device code", () => {
  const start = async () => {
    const host = fakeHost();
    const authority = fakeAuthority({ apps: [{ clientId, publicClient: true }], host });
    const begun = await post(authority, { scope: `${scope} offline_access` }, "devicecode");
    const code = String(begun.body["device_code"]);
    const poll = async (afterMs = 5_000) => {
      await host.clock.advance(afterMs);
      return (await post(authority, { grant_type: device, device_code: code })).body;
    };
    return { authority, begun, poll, person: authority.devices[0] };
  };

  test("waits for the person, then gives a token and what renews it", async () => {
    const { authority, begun, poll, person } = await start();
    expect(begun.body).toMatchObject({ interval: 5, expires_in: 900, user_code: person?.userCode });
    expect((await poll())["error"]).toBe("authorization_pending");
    person?.approve("ada");
    const body = await poll();
    expect(authority.issued).toMatchObject([{ user: "ada", token: body["access_token"] }]);
    const renewal = { grant_type: "refresh_token", refresh_token: String(body["refresh_token"]), scope };
    expect((await post(authority, renewal)).status).toBe(200);
    authority.revokeRefreshTokens();
    expect((await post(authority, renewal)).body["error"]).toBe("invalid_grant");
    expect((await poll())["error"]).toBe("invalid_grant");
  });

  test("that is asked too often wants five seconds more", async () => {
    const { poll } = await start();
    expect((await poll(1_000))["error"]).toBe("slow_down");
    expect((await poll(9_000))["error"]).toBe("slow_down");
    expect((await poll(15_000))["error"]).toBe("authorization_pending");
  });

  test("ends when the person declines, and when it is too old", async () => {
    const declined = await start();
    declined.person?.decline();
    expect((await declined.poll())["error"]).toBe("authorization_declined");
    const expired = await start();
    expired.person?.expire();
    expect((await expired.poll())["error"]).toBe("expired_token");
    expect((await (await start()).poll(901_000))["error"]).toBe("expired_token");
  });

  test("that nobody gave is refused", async () => {
    const { authority } = await start();
    const form = { grant_type: device, device_code: "x" };
    expect((await post(authority, form)).body["error"]).toBe("bad_verification_code");
  });
});

describe("a script", () => {
  const authority = fakeAuthority({ apps: [{ clientId, secrets: ["good"] }] });
  const url = `${origin}/${authority.tenantId}/oauth2/v2.0/token`;

  test("is answered first, one entry a request", async () => {
    authority.script(authorityError(503, "server_error", [90033], { "retry-after": "7" }), authorityRedirect("/x"));
    const first = await authority.fetch(url, { method: "POST" });
    expect([first.status, first.headers.get("retry-after")]).toEqual([503, "7"]);
    expect(await first.json()).toMatchObject({ error: "server_error", error_codes: [90033] });
    const second = await authority.fetch(url, { method: "POST" });
    expect([second.status, second.headers.get("location")]).toEqual([302, "/x"]);
    expect((await post(authority, grant({ client_secret: "good" }))).status).toBe(200);
  });

  test("may stall until the request is aborted", async () => {
    authority.script("stall");
    const signal = AbortSignal.timeout(20);
    await expect(authority.fetch(url, { method: "POST", signal })).rejects.toThrow();
  });
});

test("a challenge holds claims in base64", () => {
  const claims = { access_token: { nbf: { essential: true, value: "1" } } };
  const [, encoded = ""] = /claims="([^"]+)"/.exec(claimsChallenge(claims)) ?? [];
  expect(JSON.parse(Buffer.from(encoded, "base64").toString())).toEqual(claims);
});

test("the same authority answers behind a socket and as a transport, and keeps what it was asked", async () => {
  const authority = fakeAuthority({ apps: [{ clientId, secrets: ["good"] }] });
  const server = await authority.listen();
  const path = `/${authority.tenantId}/oauth2/v2.0/token`;
  const body = new URLSearchParams({ client_id: clientId, ...grant({ client_secret: "good" }) });
  try {
    const response = await fetch(server.origin + path, { method: "POST", body });
    expect(await response.json()).toMatchObject({ access_token: authority.issued[0]?.token });
    const unknown = await fetch(`${server.origin}/else/oauth2/v2.0/token`, { method: "POST", body });
    expect(await unknown.json()).toMatchObject({ error_codes: [90002] });
  } finally {
    await server.close();
  }
  const request = graphRequest({ method: "POST", url: origin + path, body: body.toString() });
  const answer = await authority.transport.send(request);
  expect(JSON.parse(answer.body)).toMatchObject({ access_token: authority.issued[1]?.token });
  expect(authority.requests).toHaveLength(3);
  expect(authority.requests[0]).toMatchObject({ url: server.origin + path, form: { client_secret: "good" } });
});
