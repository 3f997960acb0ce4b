import {
  createClient,
  edited,
  findOrCreateJob,
  type Host,
  isAmbiguousWriteError,
  isConflict,
  isGraphServiceError,
  isInvalidRequestError,
  isNotFound,
  isThrottled,
  isTransportError,
  request,
  type SynchronizationSchema,
  systemHost,
  toArray,
  waitUntilConsistent,
} from "@graph-sync/core";
import { explain } from "@graph-sync/core/permissions";
import { describe, expect, test } from "vitest";
import { answering, json, rejection, text } from "../answering.ts";

describe("request", () => {
  test("sends any path of Graph and gives its JSON, or nothing", async () => {
    const transport = answering((_, count) => (count === 1 ? json({ id: "o" }) : text("", 204)));
    const graph = createClient({ transport, version: "beta" });
    expect(await request(graph, { method: "GET", path: "/organization?$select=id" })).toEqual({ id: "o" });
    expect(await request(graph, { method: "POST", path: "/x/y", body: { a: 1 } })).toBe(undefined);
    expect(transport.requests.map(({ url, body, operation }) => [url, body, operation.repeat])).toEqual([
      ["https://graph.microsoft.com/beta/organization?$select=id", undefined, "safe"],
      ["https://graph.microsoft.com/beta/x/y", '{"a":1}', "never"],
    ]);
  });

  test("takes a query as it is, addresses and all", async () => {
    const transport = answering(() => json({}));
    const path = "/servicePrincipals?$filter=homepage%20eq%20'https://x.example/../y'";
    await request(createClient({ transport }), { method: "GET", path });
    expect(transport.requests[0]?.url).toBe(`https://graph.microsoft.com/v1.0${path}`);
  });

  test.each([
    "",
    "x",
    "/a/..?b",
    "/a//b?c",
    "/a?{b}",
    "//evil.example",
    "/../x",
    "/a/./b",
    "/a/..",
    "/a#b",
    "/a b",
    "/a\nb",
    "/{id}",
    "/a\\b",
    "/\u{e4}",
  ])("refuses the path %j", async (path) => {
    const transport = answering(() => json({}));
    const error = await rejection(request(createClient({ transport }), { method: "GET", path }));
    expect(isInvalidRequestError(error)).toBe(true);
    expect(transport.requests).toEqual([]);
  });
});

describe("edited", () => {
  test("changes a copy, and keeps what it does not know", () => {
    const read = Object.freeze({
      version: "v1",
      "@odata.context": "x",
      synchronizationRules: [{ id: "r", later: [1] }],
    });
    const changed = edited<SynchronizationSchema>(read, (draft) => {
      draft.version = "v2";
      draft.synchronizationRules?.push({ id: "s" });
    });
    expect(changed).toEqual({
      version: "v2",
      "@odata.context": "x",
      synchronizationRules: [{ id: "r", later: [1] }, { id: "s" }],
    });
    expect(read.synchronizationRules).toEqual([{ id: "r", later: [1] }]);
  });
});

describe("findOrCreateJob", () => {
  const root = { servicePrincipalId: "sp" };

  test("finds the job of a template, also where its template was renamed", async () => {
    const transport = answering(() => json({ value: [{ id: "other.1" }, { id: "scim.2", templateId: "renamed" }] }));
    expect((await findOrCreateJob(createClient({ transport }), root, "scim")).id).toBe("scim.2");
    expect(transport.requests).toHaveLength(1);
  });

  test("makes one where there is none", async () => {
    const transport = answering(({ method }) => (method === "GET" ? json({ value: [] }) : json({ id: "scim.1" }, 201)));
    expect((await findOrCreateJob(createClient({ transport }), root, "scim")).id).toBe("scim.1");
    expect(transport.requests.map(({ method, body }) => [method, body])).toEqual([
      ["GET", undefined],
      ["POST", '{"templateId":"scim"}'],
    ]);
  });

  test.each([
    ["finds it where the creation ended unclear", [{ id: "scim.1" }], "scim.1"],
    ["gives the unclear end on where there is none", [], undefined],
  ])("%s, and never sends twice", async (_, later, found) => {
    const transport = answering(({ method }, count) => {
      if (method === "POST") throw new Error("gone");
      return json({ value: count === 1 ? [] : later });
    });
    const outcome: unknown = await findOrCreateJob(createClient({ transport }), root, "scim").catch(
      (error: unknown) => error,
    );
    expect(transport.requests.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);
    expect(found === undefined ? isAmbiguousWriteError(outcome) : outcome).toEqual(
      found === undefined ? true : { id: found },
    );
  });
});

describe("findOrCreateJob, where the service fails", () => {
  const root = { servicePrincipalId: "sp" };

  test.each([
    ["finds the job that an answer of 5xx hid", 504, ["GET", "POST", "GET"], "scim.1"],
    ["gives a refusal on, which made no job", 403, ["GET", "POST"], 403],
  ])("%s", async (_, status, methods, outcome) => {
    const transport = answering(({ method }, count) =>
      method === "POST" ? json({}, status) : json({ value: count === 1 ? [] : [{ id: "scim.1" }] }),
    );
    const found = await findOrCreateJob(createClient({ transport }), root, "scim").then(
      ({ id }) => id,
      (error: unknown) => isGraphServiceError(error) && error.status,
    );
    expect(found).toBe(outcome);
    expect(transport.requests.map(({ method }) => method)).toEqual(methods);
  });

  test.each([undefined, null, "", 7])("refuses the template %j", async (template) => {
    const transport = answering(() => json({ value: [{ id: "x" }] }));
    // What a program without types may pass.
    const error = await rejection(findOrCreateJob(createClient({ transport }), root, template as string));
    expect(isInvalidRequestError(error)).toBe(true);
    expect(transport.requests).toEqual([]);
  });
});

describe("waitUntilConsistent", () => {
  /** Time that moves only by sleeping. */
  function sleepy(): Host {
    let now = 0;
    const clock = { ...systemHost.clock, monotonic: () => now, sleep: async (ms: number) => void (now += ms) };
    return { ...systemHost, clock };
  }

  const outcomes = (statuses: readonly number[]): (() => Promise<object>) => {
    const transport = answering((_, count) =>
      json({ id: count }, statuses[Math.min(count, statuses.length) - 1] ?? 200),
    );
    const job = createClient({ transport }).servicePrincipals("1").synchronization.jobs("j");
    return () => job.get();
  };

  test("wants several successes in a row, for replicas differ", async () => {
    expect(await waitUntilConsistent(outcomes([404, 200, 403, 200, 200, 200]), { host: sleepy() })).toEqual({ id: 6 });
  });

  test("ends in time, with the last failure as cause", async () => {
    const error = await rejection(waitUntilConsistent(outcomes([404]), { host: sleepy(), timeoutMs: 10_000 }));
    expect(isTransportError(error) && [error.kind, isNotFound(error.cause)]).toEqual(["timeout", true]);
  });

  test("ends at once where the failure is none that passes", async () => {
    expect(isGraphServiceError(await rejection(waitUntilConsistent(outcomes([400]), { host: sleepy() })))).toBe(true);
  });

  test("ends when it is aborted", async () => {
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    const error = await rejection(waitUntilConsistent(outcomes([404]), { signal }));
    expect(isTransportError(error) && [error.kind, error.cause]).toEqual(["aborted", reason]);
  });

  test.each([{ consecutive: 0 }, { timeoutMs: 0 }, { intervalMs: -1 }])("refuses %j", async (options) => {
    expect(isInvalidRequestError(await rejection(waitUntilConsistent(outcomes([200]), options)))).toBe(true);
  });
});

describe("guards and explanations", () => {
  const failing = async (status: number, body: unknown = {}): Promise<unknown> =>
    rejection(
      createClient({ transport: answering(() => json(body, status)) })
        .servicePrincipals("1")
        .synchronization.secrets.replace([]),
    );

  test("name the common statuses", async () => {
    const errors = await Promise.all([404, 429, 409].map((status) => failing(status)));
    expect(errors.map((error) => [isNotFound(error), isThrottled(error), isConflict(error)])).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
    expect([isNotFound(new Error("404")), isThrottled(null), isConflict(undefined)]).toEqual([false, false, false]);
  });

  test("say what a mute refusal most likely lacks", async () => {
    const mute = await failing(401, { error: { code: "UnknownError", message: "" } });
    expect(explain(mute)).toMatch(
      /does not say why.*secrets\.replace needs Application\.ReadWrite\.OwnedBy.*Synchronization\.ReadWrite\.All.*Application Administrator/,
    );
    expect(explain(await failing(401, { error: { code: "InvalidAuthenticationToken" } }))).toMatch(/expired/);
    expect(explain(await failing(403))).toMatch(/may not do this/);
    expect(explain(await failing(404))).toBe(undefined);
    expect(explain(await failing(500))).toBe(undefined);
    expect(explain(new Error("401"))).toBe(undefined);
  });

  test("name roles where a role is asked for, and the second permission of a schema", async () => {
    const graph = createClient({ transport: answering(() => json({}, 403)) });
    const said = async (call: Promise<unknown>): Promise<string | undefined> => explain(await rejection(call));
    const sync = graph.servicePrincipals("1").synchronization;
    expect(await said(graph.users("1").get())).toMatch(/User\.Read\.All for a person\.$/);
    expect(await said(graph.servicePrincipals("1").get())).toMatch(/needs Application\.Read\.All for an app/);
    expect(await said(toArray(graph.auditLogs.provisioning()))).toMatch(/the roles Reports Reader, .*Global Reader/);
    expect(await said(sync.get())).toMatch(/unless they own the app \(inferred: no page names it\)\.$/);
    expect(await said(sync.jobs("j").schema.get())).toMatch(/CustomSecAttributeProvisioning\.Read\.All as well\.$/);
    expect(await said(sync.templates("t").schema.reset())).toMatch(/needs CustomSec\w+\.ReadWrite\.All as well\.$/);
  });

  test.each([400, 404, 405, 501])("say that an operation is undocumented where it fails with %i", async (status) => {
    const graph = createClient({ transport: answering(() => json({}, status)), version: "beta" });
    const error = await rejection(graph.servicePrincipals("1").synchronization.connectivityParameters.update({}));
    expect(explain(error)).toMatch(/connectivityParameters\.update is undocumented/);
  });

  test("say that an operation is undocumented where it is not there", async () => {
    const graph = createClient({ transport: answering(() => json({}, 404)), version: "beta" });
    const error = await rejection(graph.servicePrincipals("1").synchronization.ping());
    expect(explain(error)).toMatch(/synchronization\.ping is undocumented/);
  });
});

describe("writes", () => {
  test("a masked secret is not sent back", async () => {
    const transport = answering(() => text("", 204));
    const { secrets } = createClient({ transport }).servicePrincipals("1").synchronization;
    const error = await rejection(
      secrets.replace([
        { key: "BaseAddress", value: "x" },
        { key: "SecretToken", value: "*" },
      ]),
    );
    expect(isInvalidRequestError(error) && error.message).toMatch(/SecretToken is masked/);
    // What a program without types may pass.
    expect(isInvalidRequestError(await rejection(secrets.replace(null as unknown as [])))).toBe(true);
    expect(transport.requests).toEqual([]);
  });

  test("nor is it taken for a secret to try, to trade or to keep elsewhere", async () => {
    const transport = answering(() => text("", 204));
    const sync = createClient({ transport, version: "beta" }).servicePrincipals("1").synchronization;
    const credentials = [{ key: "SecretToken", value: "*" }];
    const calls = [
      () => sync.jobs("j").validateCredentials({ credentials }),
      () => sync.jobs.validateCredentials({ templateId: "scim", credentials }),
      () => sync.acquireAccessToken(credentials),
      () => sync.connectivityParameters.update({ value: credentials }),
    ];
    for (const call of calls) {
      const error = await rejection(call());
      expect(isInvalidRequestError(error) && error.message).toMatch(/SecretToken is masked/);
    }
    expect(transport.requests).toEqual([]);
    await sync.jobs("j").validateCredentials({ useSavedCredentials: true, credentials });
    expect(transport.requests).toHaveLength(1);
  });

  test("a bulk upload is sent as SCIM, gives its location, and takes 50 operations", async () => {
    const transport = answering(() =>
      text("", 202, { location: "https://graph.microsoft.com/v1.0/auditLogs/provisioning/?$filter=x" }),
    );
    const job = createClient({ transport }).servicePrincipals("1").synchronization.jobs("j");
    const operation = { method: "POST", bulkId: "1", path: "/Users", data: { schemas: [], externalId: "1" } } as const;
    const upload = (count: number): Promise<unknown> =>
      job.bulkUpload({
        schemas: ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
        Operations: Array(count).fill(operation),
      });
    expect(await upload(50)).toEqual({
      location: "https://graph.microsoft.com/v1.0/auditLogs/provisioning/?$filter=x",
    });
    expect(transport.requests[0]?.headers["content-type"]).toBe("application/scim+json");
    expect(isInvalidRequestError(await rejection(upload(51)))).toBe(true);
    expect(isInvalidRequestError(await rejection(upload(0)))).toBe(true);
    expect(transport.requests).toHaveLength(1);
  });

  test.each([
    [undefined, undefined],
    [[], undefined],
    ["Full", '{"criteria":{"resetScope":"Full"}}'],
    [["Watermark", "Escrows"], '{"criteria":{"resetScope":"Watermark, Escrows"}}'],
  ] as const)("a restart with the scope %j sends %j", async (scope, body) => {
    const transport = answering(() => text("", 204));
    await createClient({ transport }).servicePrincipals("1").synchronization.jobs("j").restart(scope);
    expect(transport.requests[0]?.body).toBe(body);
  });

  test.each([5, { timeoutMs: 5 }, [["Full"]], [null]])("a restart with the scope %j is refused", async (scope) => {
    const transport = answering(() => text("", 204));
    const job = createClient({ transport }).servicePrincipals("1").synchronization.jobs("j");
    // What a program without types may pass, such as the call options in the wrong place.
    expect(isInvalidRequestError(await rejection(job.restart(scope as unknown as string)))).toBe(true);
    expect(transport.requests).toEqual([]);
  });

  test("what exists in beta alone is refused by a client of v1.0", async () => {
    const transport = answering(() => json({}));
    const { synchronization } = createClient({ transport }).servicePrincipals("1");
    expect(isInvalidRequestError(await rejection(synchronization.jobs("j").objectConnections("o").get()))).toBe(true);
    const onApplication = createClient({ transport, version: "beta" }).applications("1").synchronization;
    expect(isInvalidRequestError(await rejection(onApplication.jobs("j").objectConnections("o").get()))).toBe(true);
    expect(transport.requests).toEqual([]);
  });

  test("a body that cannot be JSON is refused", async () => {
    const transport = answering(() => text("", 204));
    const { schema } = createClient({ transport }).servicePrincipals("1").synchronization.jobs("j");
    const loop: { directories?: unknown } = {};
    loop.directories = loop;
    for (const body of [loop, null, undefined, "text", { n: 1n }]) {
      expect(isInvalidRequestError(await rejection(schema.replace(body as object)))).toBe(true);
    }
    expect(transport.requests).toEqual([]);
  });

  test("a quote in an appId stays inside its literal", async () => {
    const transport = answering(() => json({ value: [{ id: "sp" }] }));
    expect(await createClient({ transport }).servicePrincipals.getByAppId("a'b")).toEqual({ id: "sp" });
    expect(transport.requests[0]?.url).toBe("https://graph.microsoft.com/v1.0/servicePrincipals(appId='a''b')");
  });
});
