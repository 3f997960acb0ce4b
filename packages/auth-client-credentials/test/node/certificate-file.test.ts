import { createPrivateKey } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientCertificate } from "../../src/index.ts";
import { certificateFile, type CertificateFileOptions, decryptPem } from "../../src/node.ts";
import { authorityOf, clientId, cloud, rejection, selfSigned, tokenRequest } from "../apps.ts";

let folder = "";
let cert = "";
let key = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "graph-sync-certificate-"));
  ({ cert, key } = await selfSigned(20));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array, mode = 0o600): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  await chmod(path, mode);
  return path;
}

const connect = (path: string, options?: CertificateFileOptions) => {
  const authority = authorityOf({ certificates: [cert] });
  const certificate = certificateFile(path, options);
  return { authority, source: clientCertificate({ ...authority, clientId, cloud, certificate }) };
};

const encrypted = (form: "pkcs8" | "pkcs1") =>
  createPrivateKey(key)
    .export({ type: form, format: "pem", cipher: "aes-256-cbc", passphrase: "open sesame" })
    .toString();

describe("an encrypted key", () => {
  test.each(["pkcs8", "pkcs1"] as const)("(%s) is opened with its passphrase", async (form) => {
    const path = await file(`${form}.pem`, cert + encrypted(form));
    const { authority, source } = connect(path, { passphrase: "open sesame" });
    await source.getToken(tokenRequest());
    expect(authority.issued).toHaveLength(1);
  });

  test("with another passphrase, or none, is an error that says so and shows neither", async () => {
    const path = await file("locked.pem", cert + encrypted("pkcs8"));
    const wrong = await rejection(connect(path, { passphrase: "close sesame" }).source.getToken(tokenRequest()));
    expect(String(wrong)).toContain("is the passphrase right?");
    expect(String(wrong)).not.toContain("sesame");
    expect(String(await rejection(connect(path).source.getToken(tokenRequest())))).toContain("give the passphrase");
  });

  test("in a text is opened by decryptPem", async () => {
    const authority = authorityOf({ certificates: [cert] });
    const certificate = decryptPem(encrypted("pkcs8") + cert, "open sesame");
    await clientCertificate({ ...authority, clientId, cloud, certificate }).getToken(tokenRequest());
    expect(authority.issued).toHaveLength(1);
  });
});

test("the key may be in a file of its own, and only that one is private", async () => {
  const path = await file("app.crt", cert, 0o644);
  const { authority, source } = connect(path, { privateKeyPath: await file("app.key", key) });
  await source.getToken(tokenRequest());
  expect(authority.issued).toHaveLength(1);
});

test("a key that others may read is refused unless that is allowed", async () => {
  const path = await file("open.pem", cert + key, 0o644);
  expect(String(await rejection(connect(path).source.getToken(tokenRequest())))).toContain(`chmod 600 ${path}`);
  await connect(path, { readableByOthers: true }).source.getToken(tokenRequest());
});

test("a certificate and a key that do not belong together are refused before anything is sent", async () => {
  const other = await selfSigned();
  const path = await file("mixed.pem", cert + other.key);
  expect(String(await rejection(certificateFile(path)()))).toContain("not the one of the certificate");
});

test("a certificate that ends soon is told of, and one that has ended is refused", async () => {
  const path = await file("soon.pem", cert + key);
  const told: Date[] = [];
  const onExpiring = (expiresAt: Date) => void told.push(expiresAt);
  await certificateFile(path, { onExpiring })();
  expect(told).toHaveLength(1);
  const days = 24 * 3_600_000;
  const later = (ms: number) => ({ now: () => (told[0]?.getTime() ?? 0) + ms });
  await certificateFile(path, { onExpiring, clock: later(-31 * days) })();
  expect(told).toHaveLength(1);
  expect(String(await rejection(certificateFile(path, { clock: later(1_000) })()))).toContain("has ended");
});

test.each([
  ["a PFX", Buffer.from([0x30, 0x82, 0x0a, 0x00]), "openssl pkcs12 -in"],
  ["too large", "x".repeat(65_537), "larger than"],
  ["not PEM", "hello", "no private key"],
])("a file that is %s is refused with what to do", async (name, content, says) => {
  expect(String(await rejection(certificateFile(await file(`${name}.pfx`, content))()))).toContain(says);
});
