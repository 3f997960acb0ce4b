import { isDeepStrictEqual } from "node:util";
import { bearer, createClient } from "@graph-sync/core";
import nock from "nock";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { transports } from "../transports.ts";
import { calls } from "./calls.ts";
import { deviations, type Instead } from "./deviations.ts";
import { type Example, readExamples } from "./examples.ts";
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
      reqheaders: { ...lowerCased(request.headers), authorization: `Bearer ${placeholders.token}` },
      badheaders: request.body === null ? ["content-type"] : [],
    })
      .intercept(`/${example.version}${request.path}`, request.method, (body) =>
        isDeepStrictEqual(body, request.body ?? ""),
      )
      .query(request.query)
      .reply(response.status, response.body, response.headers);
    const graph = createClient({ transport: transport(), plugins: [bearer(placeholders.token)] });
    expect(await calls.get(example.file)?.(graph)).toEqual(answer);
    expect([scope.isDone(), nock.pendingMocks()]).toEqual([true, []]);
    await graph.close();
  });
});

const matchesSentence = expect.stringMatching(/^.{15,}\.$/);

function deviationOf(file: string): (typeof deviations)[number] | undefined {
  return deviations.find(({ example }) => example === file);
}

/** What nock expects and answers, and what the call must give. */
interface Exchange {
  readonly request: {
    readonly method: string;
    /** Without a slash at its end, which pages print and leave out at will. */
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly answer: unknown;
}

function exchangeOf(example: Example, instead: Instead = insteadOf(example)): Exchange {
  const request = { ...example.request, ...instead.request };
  const response = { ...example.response, ...instead.response };
  const [path = "", query] = (request.path ?? "").split("?");
  const body = response.body === null ? "" : JSON.stringify(response.body);
  const type = response.body === null ? {} : { "content-type": "application/json" };
  return {
    request: {
      method: request.method ?? "",
      path: path.replace(/\/$/, ""),
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: request.headers,
      body: request.body,
    },
    response: { status: response.status ?? 0, headers: { ...type, ...lowerCased(response.headers) }, body },
    answer: "answer" in instead ? instead.answer : entityOf(response.body),
  };
}

function insteadOf(example: Example): Instead {
  const instead = deviationOf(example.file)?.instead ?? "not replayed";
  return instead === "not replayed" ? {} : instead(example);
}

/** Of a collection, its items; of an empty answer, nothing. */
function entityOf(body: unknown): unknown {
  if (body === null) return undefined;
  const items = typeof body === "object" && "value" in body ? body.value : undefined;
  return Array.isArray(items) ? items : body;
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
