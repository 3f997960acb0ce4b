import { createGraphSync, isInvalidRequestError } from "@graph-sync/sdk";
import { jsonResponse, scriptedTransport } from "@graph-sync/testing";
import { expect, test } from "vitest";

test.each([
  ["a token", "abc"],
  ["a callback", () => "abc"],
  ["an asynchronous callback", async () => "abc"],
])("auth is %s", async (_, auth) => {
  const transport = scriptedTransport(jsonResponse({ id: "s" }));
  const graph = createGraphSync({ auth, transport });
  expect(await graph.applications("1").synchronization.get()).toEqual({ id: "s" });
  expect(transport.requests[0]?.headers["authorization"]).toBe("Bearer abc");
});

test("plugins are added to the preset's own", () => {
  const graph = createGraphSync({ auth: "abc", plugins: [{ name: "mine", slot: "observe", install: (next) => next }] });
  expect(graph.plugins.map(({ name }) => name)).toEqual(["mine", "bearer"]);
});

test("a token that is none is refused at once", () => {
  let error: unknown;
  try {
    createGraphSync({ auth: "" });
  } catch (thrown) {
    error = thrown;
  }
  expect(isInvalidRequestError(error)).toBe(true);
});
