import {
  createClient,
  isInvalidRequestError,
  isTransportError,
  isUntrustedLinkError,
  type Pages,
  type SynchronizationJob,
  toArray,
} from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { type Answering, answering, json, rejection } from "../answering.ts";

const base = "https://graph.microsoft.com/v1.0/servicePrincipals/1/synchronization/jobs";

function jobs(transport: Answering, options?: { headers: Record<string, string> }): Pages<SynchronizationJob> {
  return createClient({ transport }).servicePrincipals("1").synchronization.jobs.list({ top: 1 }, options);
}

function threePages(): Answering {
  return answering((_, count) =>
    json({
      value: count === 2 ? [] : [{ id: `j${count}` }],
      ...(count < 3 ? { "@odata.nextLink": `${base}?$skiptoken={${count}}'%7b` } : {}),
    }),
  );
}

describe("pages", () => {
  test("are followed to the end, empty ones included, links byte for byte and headers again", async () => {
    const transport = threePages();
    const all = await toArray(jobs(transport, { headers: { Prefer: "odata.maxpagesize=1" } }));
    expect(all.map((job) => job.id)).toEqual(["j1", "j3"]);
    expect(transport.requests.map(({ url }) => url)).toEqual([
      `${base}?$top=1`,
      `${base}?$skiptoken={1}'%7b`,
      `${base}?$skiptoken={2}'%7b`,
    ]);
    expect(transport.requests.map(({ headers }) => headers["prefer"])).toEqual(Array(3).fill("odata.maxpagesize=1"));
  });

  test("are read one at a time, and no further than the loop goes", async () => {
    const transport = threePages();
    for await (const job of jobs(transport)) {
      expect(job.id).toBe("j1");
      break;
    }
    expect(transport.requests).toHaveLength(1);
  });

  test("send nothing before they are asked for", () => {
    const transport = threePages();
    jobs(transport);
    expect(transport.requests).toEqual([]);
  });

  test("resume at a kept link", async () => {
    const transport = threePages();
    let kept: string | undefined;
    for await (const page of jobs(transport).byPage()) {
      kept = page.nextLink;
      break;
    }
    const rest = await toArray(jobs(transport).byPage({ from: kept ?? "" }));
    expect(rest.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(["j3"]);
    expect(transport.requests[1]?.url).toBe(kept);
  });

  test("end with an error where a link comes twice", async () => {
    const error = await rejection(
      toArray(jobs(answering(() => json({ value: [], "@odata.nextLink": `${base}?$skiptoken=same` })))),
    );
    expect(isTransportError(error) && error.message).toMatch(/same nextLink twice/);
  });

  test("end with an error after maxPages", async () => {
    const error = await rejection(toArray(jobs(threePages()).byPage({ maxPages: 2 })));
    expect(isTransportError(error) && error.kind).toBe("too-large");
    expect(String(error)).toMatch(/more than 2 pages.*byPage\(\{ from: nextLink \}\)/);
  });

  test.each([0, -1, 1.5, Number.NaN])("maxPages %s is refused before anything is sent", async (maxPages) => {
    const transport = threePages();
    expect(isInvalidRequestError(await rejection(toArray(jobs(transport).byPage({ maxPages }))))).toBe(true);
    expect(transport.requests).toEqual([]);
  });
});

test("toArray reads no page after its limit", async () => {
  const transport = threePages();
  expect(await toArray(jobs(transport), { limit: 1 })).toEqual([{ id: "j1" }]);
  expect(transport.requests).toHaveLength(1);
  expect(isInvalidRequestError(await rejection(toArray(jobs(transport), { limit: 0 })))).toBe(true);
});

describe("a link that leads away is not followed, and the token stays", () => {
  test.each([
    "https://evil.example/v1.0/servicePrincipals",
    "https://graph.microsoft.com.evil.example/v1.0/x",
    "https://graph.microsoft.com@evil.example/v1.0/x",
    "https://user:pass@graph.microsoft.com/v1.0/x",
    "http://graph.microsoft.com/v1.0/x",
    "https://graph.microsoft.com:8443/v1.0/x",
    "https://graph.microsoft.com/v1.0/../admin",
    "https://graph.microsoft.com/admin/v1.0/x",
    "//graph.microsoft.com/v1.0/x",
    "/v1.0/x",
    "javascript:alert(1)",
    "https:\\\\graph.microsoft.com\\v1.0\\x",
    "https:////graph.microsoft.com/v1.0/x",
    "https://graph.microsoft.com/v1.0/x#fragment",
    "https://graph.microsoft.com/v1.0/x y",
    "https://graph.microsoft.com/v1.0/x\n",
    "",
  ])("%s", async (link) => {
    const transport = answering(() => json({ value: [], "@odata.nextLink": link }));
    expect(isUntrustedLinkError(await rejection(toArray(jobs(transport))))).toBe(true);
    expect(transport.requests).toHaveLength(1);
    expect(isUntrustedLinkError(await rejection(toArray(jobs(transport).byPage({ from: link }))))).toBe(true);
    expect(transport.requests).toHaveLength(1);
  });

  test("nor is an address that a plugin made", async () => {
    const transport = answering(() => json({ value: [] }));
    const graph = createClient({
      transport,
      plugins: [
        {
          name: "astray",
          slot: "auth",
          install: (next) => (request) => next({ ...request, url: "https://evil.example/v1.0/x" }),
        },
      ],
    });
    expect(isUntrustedLinkError(await rejection(graph.servicePrincipals("1").synchronization.get()))).toBe(true);
    expect(transport.requests).toEqual([]);
  });
});
