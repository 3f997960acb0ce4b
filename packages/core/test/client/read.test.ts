import { createClient, isTransportError, type SynchronizationClient, toArray } from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { type Answering, answering, json, rejection, text } from "../answering.ts";

const id = "60443998-8cf7-4e61-b05c-a53b658cb5e1";

function onServicePrincipal(transport: Answering): SynchronizationClient {
  return createClient({ transport }).servicePrincipals(id).synchronization;
}

describe("synchronization.get", () => {
  const entity = { id: "s1", secrets: [{ key: "BaseAddress", value: "https://scim.example" }] };

  test.each([
    ["servicePrincipals", createClient],
    ["applications", createClient],
  ] as const)("reads the container of /%s", async (root, create) => {
    const transport = answering(() => json(entity));
    expect(await create({ transport })[root](id).synchronization.get()).toEqual(entity);
    expect(transport.requests[0]?.method).toBe("GET");
    expect(transport.requests[0]?.url).toBe(`https://graph.microsoft.com/v1.0/${root}/${id}/synchronization`);
  });

  test("accepts the documented envelope as well as the bare entity", async () => {
    const sync = onServicePrincipal(answering(() => json({ "@odata.context": "c", value: entity })));
    expect(await sync.get()).toEqual(entity);
  });

  test("takes an empty list for an answer that is none, where one entity was asked for", async () => {
    const graph = createClient({ transport: answering(() => json({ value: [] })) });
    const error = await rejection(graph.servicePrincipals.getByAppId("no-such-app"));
    expect(isTransportError(error) && error.code).toBe("ERR_BODY");
  });

  test("keeps what it does not know", async () => {
    const strange = { ...entity, someday: { nested: [1, null] }, jobs: [{ id: "j", status: { code: "Hibernating" } }] };
    expect(await onServicePrincipal(answering(() => json(strange))).get()).toEqual(strange);
  });

  test("asks for what it is told to", async () => {
    const transport = answering(() => json(entity));
    await onServicePrincipal(transport).get({ select: ["id", "secrets"], expand: ["jobs", "templates"] });
    expect(transport.requests[0]?.url).toMatch(/\/synchronization\?\$select=id,secrets&\$expand=jobs,templates$/);
  });

  test("sends to the version and the cloud of the client", async () => {
    const transport = answering(() => json(entity));
    await createClient({ transport, version: "beta" }).applications(id).synchronization.get();
    expect(transport.requests[0]?.url).toBe(`https://graph.microsoft.com/beta/applications/${id}/synchronization`);
  });
});

describe("jobs, templates and secrets", () => {
  test("a job is read by its id, percent-encoded", async () => {
    const transport = answering(() => json({ id: "scim.a b" }));
    await onServicePrincipal(transport).jobs("scim.a b").get();
    expect(transport.requests[0]?.url).toMatch(/\/synchronization\/jobs\/scim\.a%20b$/);
    expect(transport.requests[0]?.params).toEqual({ servicePrincipalId: id, jobId: "scim.a b" });
  });

  test.each([
    ["jobs", (sync: SynchronizationClient): AsyncIterable<unknown> => sync.jobs.list()],
    ["templates", (sync: SynchronizationClient): AsyncIterable<unknown> => sync.templates.list()],
    ["secrets", (sync: SynchronizationClient): AsyncIterable<unknown> => sync.secrets.list()],
  ] as const)("%s are listed", async (segment, list) => {
    const transport = answering(() => json({ value: [{ id: "1" }, { id: "2" }] }));
    expect(await toArray(list(onServicePrincipal(transport)))).toEqual([{ id: "1" }, { id: "2" }]);
    expect(transport.requests[0]?.url).toMatch(new RegExp(`/synchronization/${segment}$`));
  });
});

describe("a success whose body is not what the operation answers", () => {
  test.each([
    ["HTML", text("<html>sign in</html>", 200, { "content-type": "text/html" })],
    ["nothing", text("")],
    ["half an object", text('{"id":')],
    ["null", json(null)],
    ["a list", json([])],
    ["a number", json(7)],
    ["204", text("", 204)],
  ])("is a typed error: %s", async (_, response) => {
    const error = await rejection(onServicePrincipal(answering(() => response)).get());
    expect(isTransportError(error) && [error.kind, error.code]).toEqual(["protocol", "ERR_BODY"]);
  });

  test.each([
    ["no value", {}],
    ["null for a value", { value: null }],
    ["an object for a value", { value: {} }],
    ["a number for a link", { value: [], "@odata.nextLink": 7 }],
  ])("is a typed error in a collection: %s", async (_, body) => {
    const error = await rejection(toArray(onServicePrincipal(answering(() => json(body))).jobs.list()));
    expect(isTransportError(error) && error.code).toBe("ERR_BODY");
  });
});

test("onResponse sees the ids of a success and how many requests it took", async () => {
  const transport = answering(() => json({}, 200, { "request-id": "r1" }));
  const seen: unknown[] = [];
  await onServicePrincipal(transport).get(undefined, { onResponse: (info) => seen.push(info) });
  expect(seen).toEqual([
    { status: 200, headers: { "content-type": "application/json", "request-id": "r1" }, attempts: 1, cache: undefined },
  ]);
});
