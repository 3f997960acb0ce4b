import type { Socket } from "node:net";
import { inspect } from "node:util";
import { isInvalidRequestError, isTransportError, type Transport } from "@graph-sync/core";
import { graphRequest, loopbackServer } from "@graph-sync/testing";
import { nodeHttpTransport, type NodeHttpTransportOptions } from "@graph-sync/transport-node-http";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Authority, authority, type Identity, secureServer, type SecureServer } from "./authority.ts";
import { testProxy, type TestProxy, type TestProxyOptions } from "./test-proxy.ts";

const variables = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "REQUEST_METHOD"].flatMap((name) => [
  name,
  name.toLowerCase(),
]);
const token = "Bearer CANARY-token";
let root: Authority;
let identity: Identity;
let server: SecureServer;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  root = await authority();
  identity = await root.issue("graph.test", ["graph.test", "proxy.test"]);
  server = await secureServer(identity);
});
afterAll(() => server.close());
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0).reverse()) await close();
});

function environment(values: Readonly<Record<string, string>>): void {
  for (const name of variables) vi.stubEnv(name, values[name]);
}

function transportOf(options: NodeHttpTransportOptions = {}): Transport {
  const transport = nodeHttpTransport({ ca: root.ca, ...options });
  closing.push(async () => transport.close?.());
  return transport;
}

async function proxyOf(options: TestProxyOptions = {}): Promise<TestProxy> {
  const proxy = await testProxy(options);
  closing.push(() => proxy.close());
  return proxy;
}

const secret = (): string => `https://graph.test:${server.port}/v1.0/secret-path`;
/** Waits for what is about to be true; a busy machine may take its time. */
const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });
const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (reason: unknown) => reason,
  );

describe("an https service behind a proxy", () => {
  test("is reached by CONNECT, and the proxy sees its host and nothing of the request", async () => {
    const proxy = await proxyOf();
    const { send } = transportOf({ proxy: `http://${proxy.host}` });
    const before = server.requests.length;
    const { status, body } = await send(graphRequest({ url: secret(), headers: { authorization: token } }));
    expect([status, body]).toEqual([200, '{"caller":null,"path":"/v1.0/secret-path"}']);
    expect(server.requests[before]?.["authorization"]).toBe(token);
    expect(server.requests[before]?.["host"]).toBe(`graph.test:${server.port}`);
    expect(proxy.asked.map(({ line }) => line)).toEqual([`CONNECT graph.test:${server.port}`]);
    expect(Object.keys(proxy.asked[0]?.headers ?? {}).sort()).toEqual(["connection", "host"]);
    expect(JSON.stringify(proxy.asked)).not.toContain("CANARY");
  });

  test("keeps its way through for the next calls, and maxSockets bounds the ways", async () => {
    const proxy = await proxyOf();
    const { send } = transportOf({ proxy: `http://${proxy.host}`, maxSockets: 2 });
    await Promise.all(Array.from({ length: 8 }, () => send(graphRequest({ url: secret() }))));
    expect(proxy.asked.length).toBe(2);
    expect(proxy.open()).toBe(2);
  });

  test("user and password go to the proxy alone, decoded", async () => {
    const wants = `Basic ${Buffer.from("dom\\user:p@ss%").toString("base64")}`;
    const proxy = await proxyOf({ wants });
    const { send } = transportOf({ proxy: `http://dom%5Cuser:p%40ss%25@${proxy.host}` });
    const before = server.requests.length;
    expect((await send(graphRequest({ url: secret(), headers: { authorization: token } }))).status).toBe(200);
    expect(proxy.asked[0]?.headers["proxy-authorization"]).toBe(wants);
    expect(proxy.asked[0]?.headers.authorization).toBeUndefined();
    expect(server.requests[before]?.["proxy-authorization"]).toBeUndefined();
  });

  test("the proxy itself may speak TLS, checked by the same authorities", async () => {
    const proxy = await proxyOf({ identity });
    const { send } = transportOf({ proxy: `https://${proxy.host}` });
    expect((await send(graphRequest({ url: secret() }))).status).toBe(200);
    const stranger = nodeHttpTransport({ proxy: `https://${proxy.host}` });
    closing.push(async () => stranger.close?.());
    const error = await failure(stranger.send(graphRequest({ url: secret() })));
    expect(isTransportError(error) && [error.kind, error.code, error.sent]).toEqual(["tls", "ERR_TLS", "none"]);
    expect(isTransportError(error) && error.message).toContain(`proxy https://${proxy.host}`);
  });

  test("a refusal names the proxy and what to do, and shows no credentials", async () => {
    const proxy = await proxyOf({ wants: "Basic other" });
    const { send } = transportOf({ proxy: `http://CANARY-user:CANARY-pass@${proxy.host}` });
    const error = await failure(send(graphRequest({ url: secret(), headers: { authorization: token } })));
    expect(isTransportError(error) && [error.kind, error.code, error.sent]).toEqual(["network", "ERR_REFUSED", "none"]);
    expect(String(error)).toContain(`https://graph.test:${server.port}, proxy http://${proxy.host}: no way through`);
    expect(String(error)).toContain("407: put the user and password");
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("CANARY");
    expect(proxy.open()).toBe(0);
  });

  test("a proxy that is not there is named, with none of its credentials", async () => {
    const proxy = await testProxy();
    await proxy.close();
    const { send } = transportOf({ proxy: `http://CANARY-user:CANARY-pass@${proxy.host}` });
    const error = await failure(send(graphRequest({ url: secret() })));
    expect(isTransportError(error) && [error.code, error.sent]).toEqual(["ERR_REFUSED", "none"]);
    expect(String(error)).toContain(`proxy http://${proxy.host}: the connection was refused`);
    expect(String(error)).not.toContain("CANARY");
  });

  test.each([
    ["answers what is no HTTP", (socket: Socket) => socket.end("hello\r\n\r\n")],
    ["ends the connection", (socket: Socket) => socket.destroy()],
    ["speaks before the service was spoken to", (socket: Socket) => socket.write("HTTP/1.1 200 OK\r\n\r\nearly")],
  ])("nothing is sent where the proxy %s", async (_, connect) => {
    const before = server.requests.length;
    const proxy = await proxyOf({ connect });
    const { send } = transportOf({ proxy: `http://${proxy.host}` });
    const error = await failure(send(graphRequest({ url: secret() })));
    expect(isTransportError(error) && [error.kind, error.sent]).toEqual(["network", "none"]);
    expect(server.requests.length).toBe(before);
  });

  test("a proxy that does not answer costs connectTimeoutMs; an abort meanwhile ends the call at once", async () => {
    const sockets: Socket[] = [];
    const proxy = await proxyOf({ connect: (socket) => sockets.push(socket) });
    const slow = transportOf({ proxy: `http://${proxy.host}`, connectTimeoutMs: 30 });
    const late = await failure(slow.send(graphRequest({ url: secret() })));
    expect(isTransportError(late) && [late.code, late.sent]).toEqual(["ERR_CONNECT_TIMEOUT", "none"]);
    const controller = new AbortController();
    const call = failure(
      transportOf({ proxy: `http://${proxy.host}` }).send(graphRequest({ url: secret(), signal: controller.signal })),
    );
    await soon(() => expect(sockets.length).toBe(2));
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await call).toBe(reason);
    // Nothing is left of either attempt.
    await soon(() => expect(sockets.map(({ destroyed }) => destroyed)).toEqual([true, true]));
  });

  test("a certificate for another host is refused through the proxy as well", async () => {
    const proxy = await proxyOf();
    const { send } = transportOf({ proxy: `http://${proxy.host}` });
    const error = await failure(send(graphRequest({ url: secret().replace("graph.test", "other.test") })));
    expect(isTransportError(error) && [error.kind, error.sent]).toEqual(["tls", "none"]);
    expect(String(error)).toContain("https://other.test");
  });
});

test("an http service behind a proxy is asked for in full, with the proxy's credentials beside the request's", async () => {
  const target = await loopbackServer((_, socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
  closing.push(() => target.close());
  const proxy = await proxyOf({ wants: `Basic ${Buffer.from("me:").toString("base64")}` });
  const { send } = transportOf({ proxy: `me@${proxy.host}` });
  const url = `${target.origin.replace("127.0.0.1", "emulator.test")}/v1.0/x?$top=1`;
  expect((await send(graphRequest({ url }))).body).toBe("{}");
  expect(proxy.asked[0]?.line).toBe(`GET ${url}`);
  expect(proxy.asked[0]?.headers.host).toBe(new URL(url).host);
  expect(target.requests[0]?.target).toBe("/v1.0/x?$top=1");
});

describe("the environment", () => {
  test.each([
    ["HTTPS_PROXY", "https:"],
    ["https_proxy", "https:"],
    ["HTTP_PROXY", "http:"],
    ["http_proxy", "http:"],
  ])("%s is the proxy of %s and of nothing else", async (name, scheme) => {
    const proxy = await proxyOf();
    environment({ [name]: `http://${proxy.host}` });
    const { send } = transportOf({ connectTimeoutMs: 2000 });
    const host = `graph.test:${server.port}`;
    const other = scheme === "https:" ? "http:" : "https:";
    await failure(send(graphRequest({ url: `${scheme}//${host}/v1.0/x` })));
    expect(proxy.asked.length).toBe(1);
    // There is no such name, and nobody else was asked.
    const error = await failure(send(graphRequest({ url: `${other}//${host}/v1.0/x` })));
    expect(isTransportError(error) && error.code).toBe("ERR_DNS");
    expect(proxy.asked.length).toBe(1);
  });

  test("lower case wins, and is read when the transport is made", async () => {
    const proxy = await proxyOf();
    environment({ https_proxy: `http://${proxy.host}`, HTTPS_PROXY: "http://127.0.0.1:1" });
    const { send } = transportOf();
    environment({});
    expect((await send(graphRequest({ url: secret() }))).status).toBe(200);
  });

  test.each(["graph.test", ".test", "*"])("NO_PROXY=%s leaves it out", async (list) => {
    const proxy = await proxyOf();
    environment({ HTTPS_PROXY: `http://${proxy.host}`, NO_PROXY: list });
    const error = await failure(transportOf().send(graphRequest({ url: secret() })));
    expect(isTransportError(error) && error.code).toBe("ERR_DNS");
    expect(proxy.asked).toEqual([]);
  });

  test("loopback never goes through its proxy, and does through one that is told", async () => {
    const proxy = await proxyOf();
    const address = `http://${proxy.host}`;
    environment({ HTTPS_PROXY: address });
    const url = `https://127.0.0.1:${server.port}/v1.0/x`;
    expect((await transportOf().send(graphRequest({ url }))).status).toBe(200);
    expect(proxy.asked).toEqual([]);
    expect((await transportOf({ proxy: address }).send(graphRequest({ url }))).status).toBe(200);
    expect(proxy.asked.length).toBe(1);
    expect((await transportOf({ proxy: address, noProxy: "127.0.0.0/8" }).send(graphRequest({ url }))).status).toBe(
      200,
    );
    expect(proxy.asked.length).toBe(1);
  });

  test("proxy: false turns it off", async () => {
    const proxy = await proxyOf();
    environment({ HTTPS_PROXY: `http://${proxy.host}` });
    const error = await failure(transportOf({ proxy: false }).send(graphRequest({ url: secret() })));
    expect(isTransportError(error) && error.code).toBe("ERR_DNS");
    expect(proxy.asked).toEqual([]);
  });

  test("HTTP_PROXY is not believed in a CGI program, where any caller can set it by a header", async () => {
    const proxy = await proxyOf();
    environment({ HTTP_PROXY: `http://${proxy.host}`, REQUEST_METHOD: "GET" });
    await failure(transportOf().send(graphRequest({ url: "http://graph.test/v1.0/x" })));
    expect(proxy.asked).toEqual([]);
  });

  test.each(["socks5://CANARY@127.0.0.1:1080", "http://", "http://a b"])(
    "a proxy of it that is none (%s) is refused where it would be used, and is not shown",
    async (value) => {
      environment({ HTTPS_PROXY: value });
      const error = await failure(transportOf().send(graphRequest({ url: secret() })));
      expect(isInvalidRequestError(error)).toBe(true);
      expect(String(error)).toContain("HTTPS_PROXY must be");
      expect(String(error)).not.toContain("CANARY");
      expect(
        (await transportOf().send(graphRequest({ url: secret().replace("graph.test", "127.0.0.1") }))).status,
      ).toBe(200);
    },
  );
});

test.each([
  { proxy: "ftp://CANARY@127.0.0.1" },
  { proxy: "http://CANARY:%zz@127.0.0.1" },
  { proxy: "" },
  { noProxy: "a.test" },
])("%j is refused at construction, and not shown", (options) => {
  let error: unknown;
  try {
    nodeHttpTransport(options);
  } catch (thrown) {
    error = thrown;
  }
  expect(isInvalidRequestError(error)).toBe(true);
  expect(String(error)).not.toContain("CANARY");
});
