import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { isInvalidRequestError, isTransportError } from "@graph-sync/core";
import { graphRequest } from "@graph-sync/testing";
import { nodeHttpTransport, type NodeHttpTransportOptions } from "@graph-sync/transport-node-http";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Authority, authority, type Identity, secureServer, type SecureServer } from "./authority.ts";

let root: Authority;
let identity: Identity;
let client: Identity;
const servers: SecureServer[] = [];

beforeAll(async () => {
  root = await authority();
  [identity, client] = await Promise.all([root.issue("localhost", ["localhost"]), root.issue("provisioning agent")]);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  for (const server of servers) await server.close();
});

async function serverOf(options: Parameters<typeof secureServer>[0]): Promise<SecureServer> {
  const server = await secureServer(options);
  servers.push(server);
  return server;
}

/** One call: the name in the certificate that the server saw, or how it failed. */
async function ask(server: SecureServer, options: NodeHttpTransportOptions, host = "localhost"): Promise<unknown> {
  const transport = nodeHttpTransport(options);
  try {
    const { body } = await transport.send(graphRequest({ url: `https://${host}:${server.port}/v1.0/x` }));
    // It is what the server of authority.ts answers.
    return (JSON.parse(body) as { caller: unknown }).caller;
  } catch (error) {
    return isTransportError(error) ? [error.kind, error.code, error.sent] : error;
  } finally {
    await transport.close?.();
  }
}

const refused = ["tls", "ERR_TLS", "none"];

describe("the certificate of the service", () => {
  test("is taken where `ca` vouches for it, by name and by address", async () => {
    const server = await serverOf(identity);
    expect(await ask(server, { ca: root.ca })).toBeNull();
    expect(await ask(server, { ca: [Buffer.from(root.ca)] }, "127.0.0.1")).toBeNull();
  });

  test("is refused where nobody vouches for it, whatever the environment says", async () => {
    const server = await serverOf(identity);
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    expect(await ask(server, {})).toEqual(refused);
    expect(await ask(server, { ca: (await authority()).ca })).toEqual(refused);
    expect(server.requests).toEqual([]);
  });

  test("is refused for another name", async () => {
    const server = await serverOf(await root.issue("other.test", ["other.test"]));
    expect(await ask(server, { ca: root.ca })).toEqual(refused);
  });

  test("is refused under TLS 1.1", async () => {
    const ciphers = "DEFAULT@SECLEVEL=0";
    const server = await serverOf({ ...identity, minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers });
    expect(await ask(server, { ca: root.ca })).toEqual(refused);
  });

  test("is not asked for twice in full: the next connection resumes the session", async () => {
    const server = await serverOf(identity);
    const transport = nodeHttpTransport({ ca: root.ca, maxSocketAgeMs: 0.001 });
    for (let call = 0; call < 2; call++) {
      await transport.send(graphRequest({ url: `https://localhost:${server.port}/v1.0/x` }));
    }
    await transport.close?.();
    expect(server.resumed).toEqual([false, true]);
  });
});

describe("a service that wants a certificate of its caller", () => {
  const mutual = (): Promise<SecureServer> =>
    serverOf({ ...identity, ca: root.ca, requestCert: true, rejectUnauthorized: true });

  test("sees the one that was given", async () => {
    expect(await ask(await mutual(), { ca: root.ca, ...client })).toBe("provisioning agent");
  });

  test("sees it where its key is encrypted", async () => {
    const key = createPrivateKey(client.key)
      .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "open sesame" })
      .toString();
    const server = await mutual();
    expect(await ask(server, { ca: root.ca, cert: client.cert, key, passphrase: "open sesame" })).toBe(
      "provisioning agent",
    );
    for (const passphrase of ["CANARY", undefined]) {
      const error = await ask(server, {
        ca: root.ca,
        cert: client.cert,
        key,
        ...(passphrase === undefined ? {} : { passphrase }),
      }).catch((thrown: unknown) => thrown);
      expect(isInvalidRequestError(error)).toBe(true);
      expect(String(error)).not.toContain("CANARY");
    }
  });

  test("refuses a call without one", async () => {
    const server = await mutual();
    const answer = await ask(server, { ca: root.ca });
    // Under TLS 1.3 the refusal comes after the client's side of the handshake is done.
    expect(answer).toEqual([expect.stringMatching(/tls|network/), expect.any(String), expect.any(String)]);
    expect(server.requests).toEqual([]);
  });
});

test("what cannot be used is refused at construction", () => {
  const otherKey = generateKeyPairSync("ec", { namedCurve: "P-256" })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();
  const bad: readonly NodeHttpTransportOptions[] = [
    { cert: client.cert },
    { key: client.key },
    { cert: client.cert, key: otherKey },
    { cert: "not a certificate", key: client.key },
    { ca: "/etc/ssl/my-ca.pem" },
    { ca: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" },
  ];
  for (const options of bad) {
    let error: unknown;
    try {
      nodeHttpTransport(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(isInvalidRequestError(error), JSON.stringify(Object.keys(options))).toBe(true);
    expect(String(error)).not.toContain("PRIVATE KEY");
  }
});
