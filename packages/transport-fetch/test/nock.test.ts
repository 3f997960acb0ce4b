import { isTransportError } from "@graph-sync/core";
import { graphRequest } from "@graph-sync/testing";
import { fetchTransport } from "@graph-sync/transport-fetch";
import nock from "nock";
import { afterAll, expect, test } from "vitest";

nock.disableNetConnect();
afterAll(() => nock.restore());

test("nock hears fetchTransport", async () => {
  const scope = nock("https://graph.microsoft.com").get(/.*/).reply(200, { value: [] });
  expect((await fetchTransport().send(graphRequest())).body).toBe('{"value":[]}');
  expect(scope.isDone()).toBe(true);
});

test("what nock refuses is a typed error", async () => {
  const error: unknown = await fetchTransport()
    .send(graphRequest())
    .catch((reason: unknown) => reason);
  expect(isTransportError(error) && error.kind).toBe("network");
});
