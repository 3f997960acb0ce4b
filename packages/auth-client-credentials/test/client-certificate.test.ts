import { createPrivateKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import { isAuthError } from "@graph-sync/core";
import { beforeAll, describe, expect, test } from "vitest";
import { clientCertificate } from "../src/index.ts";
import { authorityOf, clientId, cloud, rejection, selfSigned, tokenRequest } from "./apps.ts";

let cert = "";
let key = "";
beforeAll(async () => {
  ({ cert, key } = await selfSigned());
});

const connect = (certificate: string | (() => string | Promise<string>), sendX5c?: boolean) => {
  const authority = authorityOf({ certificates: [cert] });
  const more = sendX5c === undefined ? {} : { sendX5c };
  return { authority, source: clientCertificate({ ...authority, clientId, certificate, cloud, ...more }) };
};

/** The parts of the assertion in a request. */
const assertionIn = (form: Readonly<Record<string, string>> | undefined) =>
  (form?.["client_assertion"] ?? "")
    .split(".")
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Record<string, unknown>);

describe("an assertion", () => {
  test("is signed with PS256 and names the certificate, so that an authority which checks it all gives a token", async () => {
    const { authority, source } = connect(`${cert}\n${key}`);
    const { token } = await source.getToken(tokenRequest());
    expect(authority.issued.map((issued) => issued.token)).toEqual([token]);
    const [header, claims] = assertionIn(authority.requests[0]?.form);
    expect(Object.keys(header ?? {}).sort()).toEqual(["alg", "typ", "x5t#S256"]);
    expect(claims).toMatchObject({ iss: clientId, sub: clientId, aud: authority.requests[0]?.url });
    expect(Number(claims?.["exp"]) - Number(claims?.["nbf"])).toBe(300);
  });

  test("is a new one for each token and for each attempt", async () => {
    const { authority, source } = connect(cert + key);
    authority.script({ status: 503, headers: { "retry-after": "1" } });
    await source.getToken(tokenRequest());
    await source.getToken(tokenRequest());
    const ids = authority.requests.map(({ form }) => assertionIn(form)[1]?.["jti"]);
    expect(new Set(ids).size).toBe(3);
  });

  test("carries the chain where it is told to", async () => {
    const { authority, source } = connect(cert + key, true);
    await source.getToken(tokenRequest());
    const der = new X509Certificate(cert).raw.toString("base64");
    expect(assertionIn(authority.requests[0]?.form)[0]?.["x5c"]).toEqual([der]);
  });

  test("made with another key is refused, and the error says where to look", async () => {
    const other = await selfSigned();
    const { source } = connect(cert + other.key);
    const error = await rejection(source.getToken(tokenRequest()));
    expect(isAuthError(error) && error).toMatchObject({ error: "invalid_client", codes: [700027], retryable: false });
    expect(String(error)).toContain("uploaded");
  });
});

test("a callback is asked for each token, so that a renewed certificate is used", async () => {
  const renewed = await selfSigned();
  const authority = authorityOf({ certificates: [cert, renewed.cert] });
  const pems = [cert + key, renewed.cert + renewed.key];
  const source = clientCertificate({ ...authority, clientId, cloud, certificate: () => pems.shift() ?? "" });
  await source.getToken(tokenRequest());
  await source.getToken(tokenRequest());
  const thumbprints = authority.requests.map(({ form }) => assertionIn(form)[0]?.["x5t#S256"]);
  expect(new Set(thumbprints).size).toBe(2);
});

test("a callback that fails is the cause", async () => {
  const { source } = connect(() => Promise.reject(new Error("vault is sealed")));
  const error = await rejection(source.getToken(tokenRequest()));
  expect(isAuthError(error) && String(error.cause)).toBe("Error: vault is sealed");
});

describe("is refused at construction, with what to do:", () => {
  const encrypted = () =>
    createPrivateKey(key).export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" }).toString();
  const older = () => createPrivateKey(key).export({ type: "pkcs1", format: "pem" }).toString();

  test.each<readonly [string, () => string, string]>([
    ["a PFX", () => Buffer.from([0x30, 0x82, 1, 2]).toString("latin1"), "openssl pkcs12 -in app.pfx"],
    ["an encrypted key", () => cert + encrypted(), "decryptPem"],
    ["a key in the older form", () => cert + older(), "openssl pkcs8 -topk8"],
    ["a key alone", () => key, "no certificate"],
    ["a certificate alone", () => cert, "no private key"],
    ["two keys", () => cert + key + key, "more than one"],
    ["a block without its end", () => cert.replace("-----END", "-----"), "not PEM"],
    ["a block that is not base64", () => cert.replace(/\n.{8}/, "\n********") + key, "damaged"],
    ["far too much", () => `${cert}${key}${" ".repeat(65_536)}`, "longer"],
  ])("%s", (_, pem, says) => {
    const secretPart = key.split("\n")[3] ?? "?";
    let error: unknown;
    try {
      connect(pem());
    } catch (thrown) {
      error = thrown;
    }
    expect(String(error)).toContain(says);
    expect(String(error)).not.toContain(secretPart);
  });
});

test("a key that is not RSA is refused when it is used", async () => {
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" });
  const { source } = connect(`${cert}\n${ec.toString()}`);
  expect(String(await rejection(source.getToken(tokenRequest())))).toContain("RSA");
});
