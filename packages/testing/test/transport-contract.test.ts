import { emptyHeaders, type GraphRequest, type GraphResponse, type Transport } from "@graph-sync/core";
import { transportContract, type TransportFactory } from "@graph-sync/testing";
import { expect, test } from "vitest";

interface Case {
  readonly title: string;
  readonly run: () => Promise<void>;
}

function casesOf(factory: TransportFactory): readonly Case[] {
  const cases: Case[] = [];
  transportContract((title, run) => cases.push({ title, run }), factory);
  return cases;
}

/** A transport as someone might write it in five lines: it follows redirects, trusts every byte and knows no limit. */
const naive = (): Transport => ({
  name: "naive",
  async send(request: GraphRequest): Promise<GraphResponse> {
    const body = request.body === undefined ? {} : { body: request.body };
    const response = await fetch(request.url, { method: request.method, headers: request.headers, ...body });
    const headers = Object.assign(emptyHeaders(), Object.fromEntries(response.headers));
    return { status: response.status, headers, body: await response.text() };
  },
});

test("the suite fails a transport that follows redirects, leaks values, and knows no limit, echo or abort", async () => {
  const failed: string[] = [];
  // Cases whose server never ends an answer would wait for ever for a transport that never gives up.
  for (const { title, run } of casesOf(naive).filter(
    ({ title }) => !/TimeoutMs|aborted (before|inside) the|counts decoded/.test(title),
  )) {
    await run().catch(() => failed.push(title));
  }
  expect(failed).toEqual(
    expect.arrayContaining([
      "refuses headers that could break the framing, and never shows a value",
      "refuses a body that is not UTF-8",
      "refuses a content coding that it cannot undo",
      "stops at maxResponseBytes",
      "never follows a redirect: it is an answer",
      "refuses an answer that echoes another request's id, and gives up its connection",
      "names a refused connection, of which nothing was sent",
    ]),
  );
});

test("a flag leaves out the cases that a platform cannot pass, and no others", () => {
  const all = casesOf(naive).map(({ title }) => title);
  const flagged: string[] = [];
  transportContract((title) => flagged.push(title), naive, {
    opaqueRedirect: true,
    silentTruncation: true,
    hiddenReuse: true,
  });
  expect(all.filter((title) => !flagged.includes(title))).toHaveLength(3);
  expect(new Set(all).size).toBe(all.length);
});
