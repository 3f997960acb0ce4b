import assert from "node:assert/strict";
import { isInvalidRequestError } from "@graph-sync/core";
import type { TransportCase } from "../transport-contract.ts";
import { http } from "../fault-server/http-answer.ts";
import { withExchange } from "./exchange.ts";

/** What goes out. */
export const requestCases: readonly TransportCase[] = [
  {
    title: "sends method, path, query and headers as they are",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("200 OK", [], "{}")),
        async ({ server, send }) => {
          const url = `${server.origin}/v1.0/servicePrincipals/1/synchronization/jobs?$select=id,status&$filter=a%20eq%20%27b%27`;
          await send({ url, headers: { prefer: "odata.maxpagesize=2" } });
          const [request] = server.requests;
          assert.equal(request?.method, "GET");
          assert.equal(request.target, url.slice(server.origin.length));
          assert.equal(request.headers["prefer"], "odata.maxpagesize=2");
          assert.equal(request.headers["accept"], "application/json");
          assert.match(request.headers["client-request-id"] ?? "", /^[0-9a-f-]{36}$/);
        },
      ),
  },
  {
    title: "sends a body byte for byte, as UTF-8 with its length",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("204 No Content", [])),
        async ({ server, send }) => {
          const body = JSON.stringify({ value: "Grüße, 世界 \u{1f511}" });
          await send({ method: "PUT", body, headers: { "content-type": "application/json" } });
          assert.equal(server.requests[0]?.body, body);
          assert.equal(server.requests[0].headers["content-length"], String(Buffer.byteLength(body)));
          assert.equal(server.requests[0].headers["content-type"], "application/json");
        },
      ),
  },
  {
    title: "sends a write without a body with Content-Length: 0",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("204 No Content", [])),
        async ({ server, send }) => {
          const response = await send({ method: "POST" });
          assert.equal(response.status, 204);
          assert.equal(response.body, "");
          assert.equal(server.requests[0]?.headers["content-length"], "0");
        },
      ),
  },
  {
    title: "refuses headers that could break the framing, and never shows a value",
    run: (factory) =>
      withExchange(
        factory,
        (_, socket) => socket.write(http("200 OK", [], "{}")),
        async ({ server, send }) => {
          const secret = "CANARY-4711";
          const bad: Readonly<Record<string, string>>[] = [
            { authorization: `Bearer ${secret}\r\nx-injected: 1` },
            { authorization: `Bearer ${secret}\n` },
            { authorization: `Bearer ${secret}\u{100}` },
            { "x-null": `${secret}\0` },
            { host: secret },
            { "content-length": "7" },
            { "transfer-encoding": "chunked" },
            { "bad name": secret },
            { "x\r\ninjected": secret },
            { "": secret },
          ];
          for (const headers of bad) {
            const error: unknown = await send({ headers }).then(
              () => undefined,
              (reason: unknown) => reason,
            );
            assert.ok(isInvalidRequestError(error), `${JSON.stringify(Object.keys(headers))} was not refused`);
            assert.ok(!`${error.message}${error.stack ?? ""}`.includes(secret), "the error shows the value");
          }
          assert.equal(server.requests.length, 0);
        },
      ),
  },
];
