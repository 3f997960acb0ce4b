import { isTransportError } from "@graph-sync/core";
import { graphRequest } from "@graph-sync/testing";
import { nodeHttpTransport } from "@graph-sync/transport-node-http";
import nock from "nock";
import { afterAll, expect, test } from "vitest";

nock.disableNetConnect();
afterAll(() => nock.restore());

test("nock hears nodeHttpTransport", async () => {
  const scope = nock("https://graph.microsoft.com").get(/.*/).reply(200, { value: [] }, { "X-A": "1" });
  const response = await nodeHttpTransport().send(graphRequest());
  expect([response.body, response.headers["x-a"], scope.isDone()]).toEqual(['{"value":[]}', "1", true]);
});

test("nock hears nodeHttpTransport when it is imported lazily", async () => {
  const scope = nock("https://graph.microsoft.com").get(/.*/).reply(204);
  const lazy = await import("@graph-sync/transport-node-http");
  expect((await lazy.nodeHttpTransport().send(graphRequest())).status).toBe(204);
  expect(scope.isDone()).toBe(true);
});

test("what nock refuses is a typed error", async () => {
  const error: unknown = await nodeHttpTransport()
    .send(graphRequest())
    .catch((reason: unknown) => reason);
  expect(isTransportError(error) && error.kind).toBe("network");
});
