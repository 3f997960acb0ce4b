import { isInvalidRequestError, isTransportError } from "@graph-sync/core";
import { graphRequest, loopbackServer } from "@graph-sync/testing";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";
import { describe, expect, test } from "vitest";

const ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

describe("nodeHttpTransport", () => {
  test("works where there is no fetch", async () => {
    const server = await loopbackServer((_, socket) => socket.write(ok));
    const transport = nodeHttpTransport();
    const original = globalThis.fetch;
    Reflect.deleteProperty(globalThis, "fetch");
    try {
      expect((await transport.send(graphRequest({ url: `${server.origin}/v1.0/x` }))).body).toBe("{}");
    } finally {
      globalThis.fetch = original;
      await transport.close?.();
      await server.close();
    }
  });

  test("says who it is, unless the caller says it", async () => {
    const server = await loopbackServer((_, socket) => socket.write(ok));
    const transport = nodeHttpTransport();
    try {
      const url = `${server.origin}/v1.0/x`;
      await transport.send(graphRequest({ url }));
      await transport.send(graphRequest({ url, headers: { "user-agent": "my-app/1.2" } }));
      expect(server.requests.map(({ headers }) => headers["user-agent"])).toEqual(["graph-sync", "my-app/1.2"]);
    } finally {
      await transport.close?.();
      await server.close();
    }
  });

  test("keeps one connection for calls one after the other and counts its limits", async () => {
    const server = await loopbackServer((_, socket) => socket.write(ok));
    const transport = nodeHttpTransport({ maxSockets: 2 });
    try {
      const url = `${server.origin}/v1.0/x`;
      for (let call = 0; call < 3; call++) await transport.send(graphRequest({ url }));
      expect(server.requests.map(({ onConnection }) => onConnection)).toEqual([1, 2, 3]);
      await Promise.all(Array.from({ length: 10 }, () => transport.send(graphRequest({ url }))));
      expect(new Set(server.requests.map(({ connection }) => connection)).size).toBe(2);
    } finally {
      await transport.close?.();
      await server.close();
    }
  });

  test.each([503, 504])("gives up the connection that answered %s, so that a retry has a new one", async (status) => {
    const server = await loopbackServer((_, socket) => socket.write(ok.replace("200 OK", `${status} Unavailable`)));
    const transport = nodeHttpTransport();
    try {
      const url = `${server.origin}/v1.0/x`;
      await transport.send(graphRequest({ url }));
      await transport.send(graphRequest({ url }));
      expect(server.requests.map(({ connection }) => connection)).toEqual([1, 2]);
    } finally {
      await transport.close?.();
      await server.close();
    }
  });

  test("sends an address byte for byte, also where a parser would print it in another way", async () => {
    const server = await loopbackServer((_, socket) => socket.write(ok));
    const transport = nodeHttpTransport();
    try {
      const target = "/v1.0/x?$skiptoken='a|b'{c}%7b\u{e9}";
      await transport.send(graphRequest({ url: `${server.origin}${target}` }));
      expect(server.requests[0]?.target).toBe(target);
    } finally {
      await transport.close?.();
      await server.close();
    }
  });

  test("asks for the codings that it can undo", async () => {
    const server = await loopbackServer((_, socket) => socket.write(ok));
    const transport = nodeHttpTransport();
    try {
      await transport.send(graphRequest({ url: `${server.origin}/v1.0/x` }));
      expect(server.requests[0]?.headers["accept-encoding"]).toBe("gzip, br");
    } finally {
      await transport.close?.();
      await server.close();
    }
  });

  test("ends where there is no connection within connectTimeoutMs; a TLS handshake is part of it", async () => {
    // It takes the connection and says nothing, so the handshake does not end.
    const server = await loopbackServer(() => undefined);
    const transport = nodeHttpTransport({ connectTimeoutMs: 50 });
    try {
      const url = `${server.origin.replace("http:", "https:")}/v1.0/x`;
      const error: unknown = await transport.send(graphRequest({ url })).catch((reason: unknown) => reason);
      expect(isTransportError(error) && [error.kind, error.code, error.sent]).toEqual([
        "timeout",
        "ERR_CONNECT_TIMEOUT",
        "none",
      ]);
    } finally {
      await transport.close?.();
      await server.close();
    }
  });

  test("does not count the wait for a place in the pool as connecting", async () => {
    const server = await loopbackServer((_, socket) => setTimeout(() => socket.write(ok), 100));
    const transport = nodeHttpTransport({ maxSockets: 1, connectTimeoutMs: 40 });
    try {
      const url = `${server.origin}/v1.0/x`;
      const answers = await Promise.all([1, 2, 3].map(() => transport.send(graphRequest({ url }))));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    } finally {
      await transport.close?.();
      await server.close();
    }
  });

  test.each([
    { maxSockets: 0 },
    { maxFreeSockets: -1 },
    { maxSockets: 1.5 },
    { headersTimeoutMs: 0 },
    { maxResponseBytes: Number.NaN },
  ])("refuses %j at construction", (options) => {
    expect(() => nodeHttpTransport(options)).toThrow(expect.objectContaining({ name: "InvalidRequestError" }) as Error);
  });

  test("refuses calls after close, and close ends its idle connections", async () => {
    const server = await loopbackServer((_, socket) => socket.write(ok));
    const transport = nodeHttpTransport();
    const url = `${server.origin}/v1.0/x`;
    await transport.send(graphRequest({ url }));
    await transport.close?.();
    await server.closed(server.requests[0]);
    const error: unknown = await transport.send(graphRequest({ url })).catch((reason: unknown) => reason);
    expect(isInvalidRequestError(error)).toBe(true);
    await server.close();
  });
});
