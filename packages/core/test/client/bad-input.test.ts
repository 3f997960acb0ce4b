import {
  clouds,
  bearer,
  type CallOptions,
  createCaller,
  createClient,
  customCloud,
  isInvalidRequestError,
  type Plugin,
  toArray,
} from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { answering, json, rejection } from "../answering.ts";

const badIds: readonly unknown[] = [
  "..",
  ".",
  "a/b",
  "a\\b",
  "a?b",
  "a#b",
  "%2e%2e",
  "",
  "a\0b",
  "a\nb",
  "a\u{85}b",
  "x".repeat(257),
  " padded ",
  "\u{d800}",
  7,
  null,
  undefined,
  {},
  ["a"],
];

describe("an id that could change the path is refused before anything is sent", () => {
  test.each(badIds)("%j", async (id) => {
    const transport = answering(() => json({}));
    const graph = createClient({ transport });
    // What a program without types may pass.
    const bad = id as string;
    for (const call of [
      () => graph.servicePrincipals(bad).synchronization.get(),
      () => graph.applications(bad).synchronization.get(),
      () => graph.servicePrincipals("ok").synchronization.jobs(bad).get(),
      () => toArray(graph.applications(bad).synchronization.jobs.list()),
    ]) {
      expect(isInvalidRequestError(await rejection(call()))).toBe(true);
    }
    expect(transport.requests).toEqual([]);
  });

  test("an id of 256 characters is not too long", async () => {
    const transport = answering(() => json({}));
    await createClient({ transport }).servicePrincipals("x".repeat(256)).synchronization.get();
    expect(transport.requests).toHaveLength(1);
  });
});

const badQueries: readonly unknown[] = [
  { select: [] },
  { select: ["a b"] },
  { select: ["a&$expand=b"] },
  { select: "id" },
  { expand: [7] },
  { top: 0 },
  { top: 1.5 },
  { top: "5" },
  { filter: "" },
  { filter: "a eq 'b\n'" },
  { slect: ["id"] },
  { __proto__: null, toString: "x" },
  7,
];

describe("a query is checked before anything is sent", () => {
  test.each(badQueries)("%j", async (query) => {
    const transport = answering(() => json({ value: [] }));
    const sync = createClient({ transport }).servicePrincipals("1").synchronization;
    // What a program without types may pass.
    const error = await rejection(toArray(sync.jobs.list(query as { top: number })));
    expect(isInvalidRequestError(error)).toBe(true);
    expect(transport.requests).toEqual([]);
  });
});

const badOptions: readonly CallOptions[] = [
  { timeoutMs: 0 },
  { timeoutMs: -1 },
  { timeoutMs: Number.NaN },
  { headers: { authorization: "Bearer x" } },
  { headers: { "Content-Length": "1" } },
  { headers: { "client-request-id": "1" } },
  { headers: { prefer: "a\r\nb: c" } },
];

describe("call options are checked before anything is sent", () => {
  test.each(badOptions)("%j", async (options) => {
    const transport = answering(() => json({}));
    const error = await rejection(
      createClient({ transport }).servicePrincipals("1").synchronization.get(undefined, options),
    );
    expect(isInvalidRequestError(error)).toBe(true);
    expect(transport.requests).toEqual([]);
  });
});

describe("bad options are refused at construction, with a sentence", () => {
  const transport = answering(() => json({}));
  const plugin: Plugin = { name: "p", slot: "observe", install: (next) => next };

  test.each<readonly [string, () => unknown, RegExp]>([
    ["no transport", () => createCaller({} as { transport: typeof transport }), /fetchTransport\(\)/],
    [
      "a factory that was not called",
      () => createCaller({ transport: answering as unknown as typeof transport }),
      /forget to call/,
    ],
    [
      "a plugin factory that was not called",
      () => createCaller({ transport, plugins: [bearer as unknown as Plugin] }),
      /forget to call/,
    ],
    [
      "a plugin without a list around it",
      () => createCaller({ transport, plugins: bearer("a") as unknown as Plugin[] }),
      /plugins must be a list/,
    ],
    [
      "two plugins of one name",
      () => createCaller({ transport, plugins: [plugin, [plugin]] }),
      /Two plugins are called p/,
    ],
    [
      "an unknown slot",
      () => createCaller({ transport, plugins: [{ ...plugin, slot: "inside" as "observe" }] }),
      /unknown slot inside/,
    ],
    ["a plugin without a name", () => createCaller({ transport, plugins: [{ ...plugin, name: "" }] }), /no name/],
    [
      "two identities",
      () => createCaller({ transport, plugins: [bearer("a"), { ...bearer("b"), name: "other" }] }),
      /one identity/,
    ],
    ["a timeout of 0", () => createCaller({ transport, timeoutMs: 0 }), /timeoutMs/],
    ["an unknown version", () => createCaller({ transport, version: "v2" as "beta" }), /v1\.0 or beta/],
    ["a cloud that nobody checked", () => createCaller({ transport, cloud: { ...clouds.global } }), /customCloud/],
    [
      "Graph of one cloud with the authority of another",
      () => customCloud({ graphOrigin: "https://graph.microsoft.us", authority: "https://login.microsoftonline.com" }),
      /clouds\.usGov/,
    ],
    [
      "Graph of one cloud with the scope of another",
      () => customCloud({ graphOrigin: "https://graph.microsoft.us", scope: "https://graph.microsoft.com/.default" }),
      /scope .* use clouds\.global/,
    ],
    [
      "Graph of one cloud with the scope of another that has the same authority",
      () =>
        customCloud({ graphOrigin: "https://graph.microsoft.us", scope: "https://dod-graph.microsoft.us/.default" }),
      /use clouds\.usGovDoD/,
    ],
    [
      "a gateway with the authority of one cloud and the scope of another",
      () =>
        customCloud({
          graphOrigin: "https://gateway.example",
          authority: "https://login.chinacloudapi.cn",
          scope: "https://graph.microsoft.com/.default",
        }),
      /login\.chinacloudapi\.cn/,
    ],
    ["an empty scope", () => customCloud({ graphOrigin: "https://graph.example", scope: "" }), /scope must be/],
    ["http to another machine", () => customCloud({ graphOrigin: "http://graph.example" }), /https/],
    [
      "an origin with a path",
      () => customCloud({ graphOrigin: "https://graph.example/v1.0" }),
      /scheme, host and port/,
    ],
    ["an origin with a password", () => customCloud({ graphOrigin: "https://u:p@graph.example" }), /password/],
    ["an origin that is none", () => customCloud({ graphOrigin: "graph" }), /not an address/],
  ])("%s", (_, construct, sentence) => {
    let error: unknown;
    try {
      construct();
    } catch (thrown) {
      error = thrown;
    }
    expect(isInvalidRequestError(error)).toBe(true);
    expect(String(error)).toMatch(sentence);
  });

  test("a gateway may ask with the scope of the cloud behind it", () => {
    const scope = "https://graph.microsoft.us/.default";
    const { authority } = clouds.usGov;
    expect(customCloud({ graphOrigin: "https://gateway.example", authority, scope }).scope).toBe(scope);
    expect(customCloud(clouds.usGov).graphOrigin).toBe(clouds.usGov.graphOrigin);
  });

  test.each(["http://localhost:8787", "http://127.0.0.1:1", "http://[::1]:1", "https://graph.example:444"])(
    "%s is fine",
    (origin) => {
      expect(customCloud({ graphOrigin: origin }).graphOrigin).toBe(origin);
    },
  );
});

test("a closed client refuses calls and closes plugins and transport once", async () => {
  const closed: string[] = [];
  const transport = { ...answering(() => json({})), close: async () => void closed.push("transport") };
  const plugin: Plugin = {
    name: "p",
    slot: "observe",
    install: (next) => next,
    close: async () => void closed.push("p"),
  };
  const graph = createClient({ transport, plugins: [plugin] });
  await Promise.all([graph.close(), graph[Symbol.asyncDispose]()]);
  expect(closed).toEqual(["p", "transport"]);
  expect(isInvalidRequestError(await rejection(graph.servicePrincipals("1").synchronization.get()))).toBe(true);
  expect(transport.requests).toEqual([]);
});
