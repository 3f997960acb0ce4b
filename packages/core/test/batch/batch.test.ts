import {
  batch,
  batchItem,
  type Client,
  createClient,
  createJob,
  deleteJob,
  getJob,
  getObjectConnection,
  type GraphResponse,
  type Host,
  isAmbiguousWriteError,
  isGraphServiceError,
  isInvalidRequestError,
  isTransportError,
  listTemplates,
  replaceSecrets,
  startJob,
  systemHost,
} from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { type Answering, answering, json, rejection, text } from "../answering.ts";

interface SentItem {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A service of batches: answers each item by a function, in reverse, since any order is legal. */
function batching(
  answer: (item: SentItem, round: number) => Answer | undefined,
): Answering & { readonly rounds: SentItem[][] } {
  const rounds: SentItem[][] = [];
  const transport = answering((request): GraphResponse => {
    const { requests } = JSON.parse(request.body ?? "") as { requests: SentItem[] };
    rounds.push(requests);
    const responses = requests.toReversed().flatMap((item) => {
      const each = answer(item, rounds.length);
      return each === undefined ? [] : [{ id: item.id.toUpperCase(), ...each }];
    });
    return json({ responses });
  });
  return Object.assign(transport, { rounds });
}

/** A host that does not wait, and says how long it would have. */
function hurried(): { readonly host: Host; readonly waits: number[] } {
  const waits: number[] = [];
  const clock = { ...systemHost.clock, sleep: async (ms: number) => void waits.push(ms) };
  return { host: { ...systemHost, clock }, waits };
}

const root = { servicePrincipalId: "sp" };
const reads = (count: number): readonly ReturnType<typeof jobItem>[] =>
  Array.from({ length: count }, (_, i) => jobItem(`j${i}`));
const jobItem = (
  jobId: string,
  options?: Parameters<typeof batchItem>[2],
): ReturnType<typeof batchItem<{ jobId: string; servicePrincipalId: string }, { id?: string }>> =>
  batchItem(getJob, { ...root, jobId }, options);
const client = (transport: Answering, host?: Host): Client =>
  createClient({ transport, ...(host === undefined ? {} : { host }) });

describe("batch", () => {
  test("gives each item its own typed result, in the order of the items", async () => {
    const transport = batching(({ url }) =>
      url.endsWith("/templates")
        ? { status: 200, body: { value: [{ id: "t" }] } }
        : { status: 200, body: { id: url.split("/").at(-1) } },
    );
    const [job, templates] = await batch(client(transport), [
      batchItem(getJob, { ...root, jobId: "j 1", query: { select: ["id"] } }),
      batchItem(listTemplates, root),
    ]);
    expect(job.ok && job.value.id).toBe("j%201?$select=id");
    expect(templates.ok && templates.value.value).toEqual([{ id: "t" }]);
    expect(transport.requests[0]?.url).toBe("https://graph.microsoft.com/v1.0/$batch");
    expect(transport.rounds[0]?.map(({ id, method, url }) => [id, method, url])).toEqual([
      ["1", "GET", "/servicePrincipals/sp/synchronization/jobs/j%201?$select=id"],
      ["2", "GET", "/servicePrincipals/sp/synchronization/templates"],
    ]);
  });

  test("sends a body with its content type, and an action without a result is void", async () => {
    const transport = batching(() => ({ status: 204 }));
    const body = { value: [{ key: "BaseAddress", value: "https://scim.example" }] };
    const results = await batch(client(transport), [
      batchItem(replaceSecrets, { ...root, body }),
      batchItem(startJob, { ...root, jobId: "j" }),
    ]);
    expect(results.map((result) => result.ok && result.value)).toEqual([undefined, undefined]);
    expect(transport.rounds[0]?.[0]).toMatchObject({
      method: "PUT",
      body,
      headers: { "content-type": "application/json" },
    });
    expect(transport.rounds[0]?.[1]).not.toHaveProperty("body");
  });

  test("splits at 20 and keeps what depends on each other together", async () => {
    const transport = batching(({ url }) => ({ status: 200, body: { id: url.split("/").at(-1) } }));
    const items = [...reads(19), jobItem("a", { id: "A" }), jobItem("b", { dependsOn: ["a"] }), ...reads(3)];
    const results = await batch(client(transport), items);
    expect(results.map((result) => result.ok && result.value.id)).toEqual(
      items.map(({ input }) => (input as { jobId: string }).jobId),
    );
    expect(transport.rounds.map((round) => round.length)).toEqual([19, 5]);
    expect(transport.rounds[1]?.[1]?.dependsOn).toEqual(["a"]);
  });

  test("sends nothing for no items", async () => {
    const transport = batching(() => ({ status: 200 }));
    expect(await batch(client(transport), [])).toEqual([]);
    expect(transport.requests).toEqual([]);
  });

  test("an item that failed fails alone, with the service's error", async () => {
    const transport = batching(({ id }) =>
      id === "1"
        ? { status: 404, body: { error: { code: "Request_ResourceNotFound", message: "no" } } }
        : { status: 200, body: {} },
    );
    const [bad, good] = await batch(client(transport), [jobItem("x"), jobItem("y")]);
    expect(
      !bad.ok && isGraphServiceError(bad.error) && [bad.error.status, bad.error.code, bad.error.operation],
    ).toEqual([404, "Request_ResourceNotFound", "jobs.get"]);
    expect(good.ok).toBe(true);
  });

  test("reads a body that comes as base64url text", async () => {
    const text = JSON.stringify({ id: "Grüße" });
    const transport = batching(() => ({ status: 200, body: Buffer.from(text).toString("base64url") }));
    const [result] = await batch(client(transport), [jobItem("x")]);
    expect(result.ok && result.value.id).toBe("Grüße");
  });
});

describe("an item that the service asks to send again", () => {
  test("is sent again after the longest wait, alone, and the others keep their results", async () => {
    const { host, waits } = hurried();
    const transport = batching(({ url }, round) => {
      const id = url.split("/").at(-1);
      if (round === 1 && id !== "j1") return { status: 429, headers: { "Retry-After": id === "j0" ? "7" : "3" } };
      return { status: 200, body: { id: `${id} in ${round}` } };
    });
    const results = await batch(client(transport, host), reads(3));
    expect(results.map((result) => result.ok && result.value.id)).toEqual(["j0 in 2", "j1 in 1", "j2 in 2"]);
    expect(waits).toEqual([7_000]);
    expect(transport.rounds.map((round) => round.map(({ id }) => id))).toEqual([
      ["1", "2", "3"],
      ["1", "3"],
    ]);
  });

  test("takes with it what failed because of it, and not what succeeded before it", async () => {
    const { host, waits } = hurried();
    const transport = batching(({ id }, round) => {
      if (round === 1) return { status: id === "1" ? 200 : id === "2" ? 503 : 424, body: {} };
      return { status: 200, body: {} };
    });
    const items = [
      jobItem("a", { id: "1" }),
      jobItem("b", { id: "2", dependsOn: ["1"] }),
      jobItem("c", { id: "3", dependsOn: ["2"] }),
    ];
    const results = await batch(client(transport, host), items);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(waits).toEqual([1_000]);
    expect(transport.rounds[1]?.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
      ["2", undefined],
      ["3", ["2"]],
    ]);
  });

  test("and is a DELETE that then finds nothing has done its work", async () => {
    const { host } = hurried();
    const remove = batchItem(deleteJob, { ...root, jobId: "x" });
    const outcome = async (first: number): Promise<unknown> => {
      const transport = batching((_, round) => ({ status: round === 1 ? first : 404, body: {} }));
      const [result] = await batch(client(transport, host), [remove]);
      return result.ok ? result.status : isGraphServiceError(result.error) && result.error.status;
    };
    expect(await outcome(503)).toBe(204);
    // What was refused before any work was not done, and neither was what was not sent again.
    expect(await outcome(429)).toBe(404);
    expect(await outcome(404)).toBe(404);
  });

  test("is given up after so many attempts", async () => {
    const { host, waits } = hurried();
    const transport = batching(() => ({ status: 429 }));
    const [result] = await batch(client(transport, host), [jobItem("x")], { attempts: 3 });
    expect(!result.ok && isGraphServiceError(result.error) && result.error.status).toBe(429);
    expect(waits).toEqual([1_000, 2_000]);
  });

  test("is not sent again where it must not be, nor is what depended on a final failure", async () => {
    const { host } = hurried();
    const transport = batching(({ id }) => ({ status: id === "1" ? 503 : 424, body: {} }));
    const items = [
      batchItem(createJob, { ...root, body: { templateId: "scim" } }, { id: "1" }),
      jobItem("x", { dependsOn: ["1"] }),
    ];
    const results = await batch(client(transport, host), items);
    expect(transport.rounds).toHaveLength(1);
    expect(
      results.map(
        (result) => !result.ok && isGraphServiceError(result.error) && [result.error.status, result.error.ambiguous],
      ),
    ).toEqual([
      [503, true],
      [424, false],
    ]);
  });
});

describe("an answer that is out of order", () => {
  test("an item without an answer is a typed error; of a write that must not be repeated, an ambiguous one", async () => {
    const transport = batching(() => undefined);
    const [read, write] = await batch(client(transport), [
      jobItem("x"),
      batchItem(createJob, { ...root, body: { templateId: "scim" } }),
    ]);
    expect([!read.ok && isTransportError(read.error), !write.ok && isAmbiguousWriteError(write.error)]).toEqual([
      true,
      true,
    ]);
  });

  test("an item that was to be sent again and then got no answer is not told from its old one", async () => {
    const { host } = hurried();
    const transport = batching((_, round) => (round === 1 ? { status: 429 } : undefined));
    const create = batchItem(createJob, { ...root, body: { templateId: "scim" } });
    const [result] = await batch(client(transport, host), [create]);
    expect(!result.ok && isAmbiguousWriteError(result.error)).toBe(true);
  });

  test("two answers for one item are none; an answer for no item is ignored", async () => {
    const answers = [
      { id: "1", status: 200, body: { id: "a" } },
      { id: "1", status: 200, body: { id: "b" } },
      { id: "9", status: 200, body: {} },
      "nonsense",
      null,
      { id: "2" },
    ];
    const [result] = await batch(client(answering(() => json({ responses: answers }))), [jobItem("x")]);
    expect(!result.ok && isTransportError(result.error)).toBe(true);
  });

  test.each([{}, { responses: null }, { responses: {} }])(
    "%j is no answer of a batch: every item says so",
    async (body) => {
      const [result] = await batch(client(answering(() => json(body))), [jobItem("x")]);
      expect(!result.ok && isTransportError(result.error)).toBe(true);
    },
  );

  test("nothing in it makes the batch throw, and what was done is told", async () => {
    const answers = [
      { id: "1", status: 201, body: { id: "made" } },
      { id: { toString: 1 }, status: 200 },
      { id: "2", status: 200, headers: { a: { toString: 1 }, b: ["c"] }, body: {} },
    ];
    const items = [batchItem(createJob, { ...root, body: { templateId: "scim" } }), jobItem("x")] as const;
    const [made, read] = await batch(client(answering(() => json({ responses: answers }))), items);
    expect([made.ok && made.value.id, read.ok && { ...read.headers }]).toEqual(["made", {}]);
    const deep = `{"responses":[{"id":"1","status":200,"body":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}]}`;
    const [nested] = await batch(client(answering(() => text(deep))), [jobItem("x")]);
    // Whether it can be printed again is the engine's affair; either way it is this item's result.
    expect(nested.ok || isTransportError(nested.error)).toBe(true);
  });
});

describe("a batch that fails as a whole", () => {
  test("is the error of its items, and loses nothing that was done before it", async () => {
    const transport = answering((request, count) => {
      if (count === 2) throw new Error("gone");
      const { requests } = JSON.parse(request.body ?? "") as { requests: SentItem[] };
      return json({ responses: requests.map(({ id }) => ({ id, status: 200, body: { id } })) });
    });
    const create = batchItem(createJob, { ...root, body: { templateId: "scim" } });
    const results = await batch(client(transport), [...reads(20), jobItem("x"), create]);
    expect(results.slice(0, 20).every(({ ok }) => ok)).toBe(true);
    expect(
      results
        .slice(20)
        .map((result) => !result.ok && [isTransportError(result.error), isAmbiguousWriteError(result.error)]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test("does not wait longer than its time, and tells when to come back", async () => {
    const { host, waits } = hurried();
    const transport = batching(() => ({ status: 503, headers: { "Retry-After": "3600" } }));
    const [result] = await batch(client(transport, host), [jobItem("x")], { timeoutMs: 200 });
    expect(!result.ok && isGraphServiceError(result.error) && result.error.retryAfterMs).toBe(3_600_000);
    expect(waits).toEqual([]);
  });

  test("ends when it is aborted while it waits, with the answers that it has", async () => {
    const controller = new AbortController();
    const transport = batching(() => ({ status: 429, headers: { "Retry-After": "60" } }));
    const pending = batch(client(transport), [jobItem("x")], { signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    const [result] = await pending;
    expect(!result.ok && isGraphServiceError(result.error) && result.error.status).toBe(429);
  });
});

describe("what is wrong is refused before anything is sent", () => {
  test.each([
    ["an id twice, but for its case", [jobItem("a", { id: "x" }), jobItem("b", { id: "X" })]],
    [
      "an operation of beta on a client of v1.0",
      [batchItem(getObjectConnection, { ...root, jobId: "j", objectId: "o" })],
    ],
    ["an id that is none", [jobItem("a", { id: "a b" })]],
    ["a dependency that does not stand before", [jobItem("a", { dependsOn: ["b"] }), jobItem("b", { id: "b" })]],
    ["a dependency on itself", [jobItem("a", { id: "a", dependsOn: ["a"] })]],
    [
      "more than 20 that belong together",
      Array.from({ length: 21 }, (_, i) => jobItem("a", { id: `${i}`, dependsOn: i === 0 ? [] : [`${i - 1}`] })),
    ],
    ["a bad input in the last item", [...reads(25), jobItem("..")]],
    ["masked secrets", [batchItem(replaceSecrets, { ...root, body: { value: [{ key: "SecretToken", value: "*" }] } })]],
  ])("%s", async (_, items) => {
    const transport = batching(() => ({ status: 200, body: {} }));
    expect(isInvalidRequestError(await rejection(batch(client(transport), items)))).toBe(true);
    expect(transport.requests).toEqual([]);
  });
});
