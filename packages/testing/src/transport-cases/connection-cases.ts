import assert from "node:assert/strict";
import { isTransportError } from "@graph-sync/core";
import { loopbackServer } from "../loopback-server.ts";
import { graphRequest } from "../graph-request.ts";
import type { TransportCase } from "../transport-contract.ts";
import { http } from "../fault-server/http-answer.ts";
import { failsWith, withExchange } from "./exchange.ts";

/** The connection, and what the answer says of itself. */
export const connectionCases: readonly TransportCase[] = [
  {
    title: "gives status and headers as plain data, names in lower case, repeated ones joined",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) =>
          socket.write(
            http("429 Too Many Requests", ["Retry-After: 7", "X-Many: a", "X-Many: b", "__proto__: x"], "{}"),
          ),
        async ({ send }) => {
          const { status, headers } = await send();
          assert.equal(status, 429);
          assert.equal(headers["retry-after"], "7");
          assert.equal(headers["x-many"], "a, b");
          assert.equal(Object.getPrototypeOf(headers), null);
          assert.ok(Object.isFrozen(headers));
        },
      ),
  },
  {
    title: "never follows a redirect: it is an answer",
    unless: "opaqueRedirect",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("307 Temporary Redirect", ["Location: http://127.0.0.1:1/v1.0/elsewhere"])),
        async ({ server, send }) => {
          const { status, headers } = await send({ method: "PUT", body: "{}" });
          assert.equal(status, 307);
          assert.equal(headers["location"], "http://127.0.0.1:1/v1.0/elsewhere");
          assert.equal(server.requests.length, 1);
        },
      ),
  },
  {
    title: "keeps connections alive for calls one after the other",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("200 OK", [], "{}")),
        async ({ server, send }) => {
          for (let call = 0; call < 6; call++) await send();
          // Some platforms open a second one while the first is being handed back.
          assert.ok(new Set(server.requests.map(({ connection }) => connection)).size <= 2);
        },
      ),
  },
  {
    title: "names a refused connection, of which nothing was sent",
    async run(factory) {
      const server = await loopbackServer(() => undefined);
      await server.close();
      const transport = factory();
      try {
        const error: unknown = await transport
          .send(graphRequest({ url: `${server.origin}/v1.0/x` }))
          .catch((e: unknown) => e);
        assert.ok(isTransportError(error));
        assert.deepEqual([error.kind, error.code, error.sent], ["network", "ERR_REFUSED", "none"]);
        assert.ok(error.message.includes(server.origin), error.message);
        assert.ok(error.cause !== undefined);
      } finally {
        await transport.close?.();
      }
    },
  },
  {
    title: "names a connection that ends before an answer",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.destroy(),
        async ({ send }) => {
          const error: unknown = await send({ method: "POST", body: "{}" }).catch((e: unknown) => e);
          assert.ok(isTransportError(error));
          assert.deepEqual([error.kind, error.code, error.sent], ["network", "ERR_RESET", "unknown"]);
        },
      ),
  },
  {
    title: "names a connection that ends inside the answer; half an answer is none",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.end(http("200 OK", [], JSON.stringify({ value: [] })).subarray(0, -4)),
        ({ send }) => failsWith(send(), "network", "ERR_TRUNCATED"),
      ),
  },
  {
    title: "says that a connection which died had served before",
    unless: "hiddenReuse",
    run: (factory) =>
      withExchange(
        factory,
        ({ onConnection }, socket) => (onConnection === 1 ? socket.write(http("200 OK", [], "{}")) : socket.destroy()),
        async ({ send }) => {
          await send();
          const error: unknown = await send().catch((e: unknown) => e);
          assert.ok(isTransportError(error));
          assert.deepEqual([error.code, error.reusedSocket], ["ERR_RESET", true]);
        },
      ),
  },
  {
    title: "fails at once where the service wants to change the protocol (101)",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"),
        async ({ send }) => {
          const error: unknown = await send().catch((e: unknown) => e);
          assert.ok(isTransportError(error));
          assert.equal(error.kind, "network");
        },
      ),
  },
  {
    title: "refuses an answer that echoes another request's id, and gives up its connection",
    run: (factory) =>
      withExchange(
        factory,
        (request, socket) => {
          const echo = request.target.endsWith("/wrong") ? crypto.randomUUID() : request.headers["client-request-id"];
          socket.write(http("200 OK", [`client-request-id: ${echo ?? ""}`], "{}"));
        },
        async ({ server, send }) => {
          await send();
          await failsWith(send({ url: `${server.origin}/v1.0/wrong` }), "desync", "ERR_RESPONSE_DESYNC");
          const wrong = server.requests.at(-1);
          await send();
          assert.notEqual(server.requests.at(-1)?.connection, wrong?.connection);
        },
      ),
  },
  {
    title: "refuses a success without the echo from an origin that has echoed, and takes a failure without it",
    run: (factory) =>
      withExchange(
        factory,
        (request, socket) => {
          if (request.target.endsWith("/echo")) {
            socket.write(http("200 OK", [`client-request-id: ${request.headers["client-request-id"] ?? ""}`], "{}"));
          } else socket.write(http(request.target.endsWith("/bad-gateway") ? "502 Bad Gateway" : "200 OK", [], "{}"));
        },
        async ({ server, send }) => {
          assert.equal((await send()).status, 200);
          await send({ url: `${server.origin}/v1.0/echo` });
          assert.equal((await send({ url: `${server.origin}/v1.0/bad-gateway` })).status, 502);
          await failsWith(send(), "desync", "ERR_RESPONSE_DESYNC");
        },
      ),
  },
];
