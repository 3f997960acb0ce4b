import { isDeepStrictEqual } from "node:util";
import { bearer, createClient } from "@graph-sync/core";
import nock from "nock";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { transports } from "../transports.ts";
import { calls } from "./calls.ts";
import { deviations } from "./deviations.ts";
import { readExamples } from "./examples.ts";
import { deviationOf, exchangeOf } from "./exchange.ts";
import { placeholders } from "./placeholders.ts";

const examples = readExamples();
const replayed = examples.filter(({ file }) => deviationOf(file)?.instead !== "not replayed");

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => nock.restore());

describe("the documented examples", () => {
  test("are 44, and 43 of them have a method", () => {
    expect(examples).toHaveLength(44);
    expect(examples.filter(({ request }) => request.method !== null)).toHaveLength(43);
    expect(replayed).toHaveLength(43);
  });

  test.each(examples)("every file says where it is from and what it is: $file", ({ file: _, ...example }) => {
    expect(example).toEqual({
      page: expect.stringMatching(/^https:\/\/(learn\.microsoft\.com|github\.com)\/[^ ]+$/),
      version: expect.stringMatching(/^(v1\.0|beta)$/),
      name: expect.stringMatching(/./),
      request: {
        method: example.request.method === null ? null : expect.stringMatching(/^(GET|POST|PUT|PATCH|DELETE)$/),
        path: example.request.method === null ? null : expect.stringMatching(/^\/\w/),
        headers: expect.any(Object),
        body: example.request.body,
      },
      response: {
        status: example.request.method === null ? null : expect.any(Number),
        headers: expect.any(Object),
        body: example.response.body,
      },
      ...(example.note === undefined ? {} : { note: expect.stringMatching(/\.$/) }),
    });
  });

  test("name the content type of every body that is sent", () => {
    const sent = replayed.map((example) => exchangeOf(example).request).filter(({ body }) => body !== null);
    expect(sent.length).toBeGreaterThan(0);
    for (const { headers } of sent) expect(headers["content-type"]).toMatch(/^application\/(scim\+)?json$/);
  });

  test("have a call each, or stand in the table of deviations as not replayed; and nothing else has a call", () => {
    expect([...calls.keys()].toSorted()).toEqual(replayed.map(({ file }) => file));
  });

  test("are all that the table of deviations knows, once each, with what is done and why", () => {
    const files = examples.map(({ file }) => file);
    expect(deviations.map(({ example }) => example).filter((file) => !files.includes(file))).toEqual([]);
    expect(new Set(deviations.map(({ example }) => example)).size).toBe(deviations.length);
    for (const { does, why } of deviations) expect([does, why]).toEqual([matchesSentence, matchesSentence]);
  });

  test("differ from what is done instead: no deviation is there for nothing", () => {
    const needless = replayed.filter((example) => {
      const documented = exchangeOf(example, {});
      return deviationOf(example.file) !== undefined && isDeepStrictEqual(exchangeOf(example), documented);
    });
    expect(needless).toEqual([]);
  });
});

describe.each(transports)("over %s", (_, transport) => {
  test.each(replayed)("$file is sent and read as it is documented", async (example) => {
    const { request, response, answer } = exchangeOf(example);
    const scope = nock("https://graph.microsoft.com", {
      reqheaders: { ...request.headers, authorization: `Bearer ${placeholders.token}` },
      badheaders: request.body === null ? ["content-type"] : [],
    })
      .intercept(`/${example.version}${request.path}`, request.method, (body) =>
        isDeepStrictEqual(body, request.body ?? ""),
      )
      .query(request.query)
      .reply(response.status, response.body, response.headers);
    const graph = createClient({ transport: transport(), plugins: [bearer(placeholders.token)] });
    expect(await calls.get(example.file)?.(graph)).toStrictEqual(answer);
    expect([scope.isDone(), nock.pendingMocks()]).toEqual([true, []]);
    await graph.close();
  });
});

const matchesSentence = expect.stringMatching(/^.{15,}\.$/);
