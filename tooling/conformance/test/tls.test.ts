import { request } from "node:https";
import { isTransportError } from "@graph-sync/core";
import { answered, faultServer, type FaultServerOptions, graphRequest } from "@graph-sync/testing";
import { generate } from "selfsigned";
import { describe, expect, onTestFinished, test } from "vitest";
import { mintedAuthority } from "./minted-authority.ts";
import { transports } from "./transports.ts";

/** Servers that nobody should talk to, and the failure that says so. */
const untrusted: readonly (readonly [string, string, () => Promise<Partial<FaultServerOptions>>])[] = [
  [
    "a certificate that vouches for itself",
    "ERR_TLS",
    async () => {
      const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], { keyType: "ec" });
      return { tls: { key, cert } };
    },
  ],
  [
    "a certificate of an authority that this machine does not know",
    "ERR_TLS",
    async () => ({ tls: await (await mintedAuthority()).sign() }),
  ],
  [
    "an answer that is not TLS",
    "ERR_TLS",
    async () => ({ accept: (_, wire) => wire.write("HTTP/1.1 200 OK\r\n\r\n") }),
  ],
  ["a reset in the handshake", "ERR_RESET", async () => ({ accept: (_, wire) => wire.reset() })],
];

describe.each(transports)("over %s", (_, make) => {
  test.each(untrusted)("%s is refused before anything is sent", async (_fault, code, options) => {
    const server = await faultServer({ answer: answered({ body: {} }), ...(await options()) });
    const transport = make();
    onTestFinished(async () => {
      await transport.close?.();
      await server.close();
    });
    const origin = server.origin.replace("http://127.0.0.1", "https://localhost");
    const error: unknown = await transport
      .send(graphRequest({ url: `${origin}/v1.0/x` }))
      .catch((reason: unknown) => reason);
    expect(isTransportError(error) && error.code).toBe(code);
    if (code === "ERR_TLS") expect(isTransportError(error) && [error.kind, error.sent]).toEqual(["tls", "none"]);
    expect(isTransportError(error) && error.message).toContain(origin);
    expect(server.requests).toHaveLength(0);
  });
});

test("the minted authority is one: who trusts it is answered", async () => {
  const authority = await mintedAuthority();
  const server = await faultServer({ answer: answered({ body: "trusted" }), tls: await authority.sign() });
  onTestFinished(() => server.close());
  const body = await new Promise((resolve, reject) => {
    request(`${server.origin}/x`, { ca: authority.ca, agent: false }, (incoming) => {
      incoming.setEncoding("utf8").once("data", resolve);
    })
      .on("error", reject)
      .end();
  });
  expect(body).toBe("trusted");
});
