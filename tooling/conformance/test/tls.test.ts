import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { isTransportError } from "@graph-sync/core";
import { graphRequest } from "@graph-sync/testing";
import { generate } from "selfsigned";
import { expect, test } from "vitest";
import { transports } from "./transports.ts";

test.each(transports)(
  "over %s, a certificate that nobody vouches for is refused before anything is sent",
  async (_, make) => {
    const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
    let requests = 0;
    const server = createServer({ key, cert }, (_request, response) => {
      requests += 1;
      response.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // An address of a listening TCP server is an AddressInfo.
    const { port } = server.address() as AddressInfo;
    const transport = make();
    try {
      const url = `https://localhost:${port}/v1.0/x`;
      const error: unknown = await transport.send(graphRequest({ url })).catch((reason: unknown) => reason);
      expect(isTransportError(error) && [error.kind, error.code, error.sent]).toEqual(["tls", "ERR_TLS", "none"]);
      expect(isTransportError(error) && error.message).toContain(`https://localhost:${port}`);
      expect(requests).toBe(0);
    } finally {
      await transport.close?.();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  },
);
