import http from "node:http";
import { graphRequest } from "@graph-sync/testing";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";
import { expect, test } from "vitest";

test("whoever replaces `request` on the module object is heard, at any time", async () => {
  const { request } = http;
  const transport = nodeHttpTransport();
  let heard = 0;
  // The overloads of `request` are one function.
  http.request = ((...args: Parameters<typeof request>) => (heard++, request(...args))) as typeof request;
  try {
    await transport.send(graphRequest({ url: "http://127.0.0.1:1/v1.0/x" })).catch(() => undefined);
  } finally {
    http.request = request;
  }
  expect(heard).toBe(1);
});
