/** What a new package starts with, by its kind: a working example, its test and a README that shows it. */
export const templates = {
  plugin: ({ name, call, type }) => ({
    description: `Plugin of graph-sync: ${call}`,
    source: `import { definePlugin, type Plugin } from "@graph-sync/core";

export interface ${type}Options {
  /** Called after each answer, whatever its status. */
  readonly onAnswer: (operationId: string, status: number) => void;
}

/** Tells which operation was answered how. Configuration: \`options\`; client and request: nothing is kept. */
export function ${call}({ onAnswer }: ${type}Options): Plugin {
  return definePlugin({
    name: "${call}",
    slot: "observe",
    install: (next) => async (request) => {
      const response = await next(request);
      onAnswer(request.operation.id, response.status);
      return response;
    },
  });
}
`,
    test: `import { createCaller, getJob } from "@graph-sync/core";
import { jsonResponse, pluginContract, scriptedTransport } from "@graph-sync/testing";
import { describe, expect, test } from "vitest";
import { ${call} } from "../src/index.ts";

describe("${call} is a plugin", () => {
  pluginContract(test, () => ${call}({ onAnswer: () => undefined }));
});

test("tells the operation and the status of an answer", async () => {
  const transport = scriptedTransport(() => jsonResponse({ id: "1" }));
  const seen: unknown[] = [];
  const plugin = ${call}({ onAnswer: (...answer) => seen.push(answer) });
  const caller = createCaller({ transport, plugins: [plugin] });

  await caller.call(getJob, { servicePrincipalId: "sp", jobId: "job" });
  expect(seen).toEqual([["jobs.get", 200]]);
});
`,
    example: `import { bearer, type Client, createClient, type Transport } from "@graph-sync/core";
import { ${call} } from "@graph-sync/${name}";

export const connect = (transport: Transport, token: string): Client =>
  createClient({ transport, plugins: [bearer(token), ${call}({ onAnswer: (id, status) => console.log(id, status) })] });
`,
  }),

  transport: ({ name, call, type }) => ({
    description: `Transport of graph-sync: ${call}`,
    source: `import {
  addHeader,
  type BodyLimits,
  checkHeaders,
  contentCodings,
  echoCheck,
  emptyHeaders,
  type GraphRequest,
  type GraphResponse,
  networkFailure,
  type PhaseLimits,
  phaseTimer,
  responseBody,
  type Transport,
} from "@graph-sync/core";

/** An answer whose headers have arrived. */
export interface Carried {
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]>;
  /** What follows, decompressed; null where nothing does. A loop that ends early gives the connection up. */
  readonly body: AsyncIterable<Uint8Array> | null;
}

export interface ${type}TransportOptions extends BodyLimits, PhaseLimits {
  /**
   * Sends one request on this platform: the signal of \`request\` is watched already, the one beside it ends the exchange.
   * It follows no redirect, for the token would go along, and it rejects only where there is no answer.
   */
  readonly carry: (request: GraphRequest, signal: AbortSignal) => Promise<Carried>;
}

/** A transport over one function; what every transport must keep is kept here, by the parts that core has for it. */
export function ${call}Transport({ carry, ...limits }: ${type}TransportOptions): Transport {
  // Of the transport: it remembers which origins echo.
  const checkEcho = echoCheck();

  async function send(request: GraphRequest): Promise<GraphResponse> {
    checkHeaders(request.headers);
    request.signal.throwIfAborted();
    const controller = new AbortController();
    const abort = (): void => controller.abort(request.signal.reason);
    const timer = phaseTimer(limits, (error) => controller.abort(error));
    request.signal.addEventListener("abort", abort, { once: true });
    let answered = false;
    try {
      timer.enter("headers");
      const carried = await carry(request, controller.signal);
      answered = true;
      timer.enter("idle");
      const headers = emptyHeaders();
      for (const [name, value] of carried.headers) addHeader(headers, name, value);
      checkEcho(request, { status: carried.status, headers });
      contentCodings(headers["content-encoding"]);
      const body = responseBody(carried.status, limits);
      for await (const chunk of carried.body ?? []) {
        timer.enter("idle");
        body.push(chunk);
      }
      // A body that was announced and is none (a 204 with a length) would hold its connection.
      const { "content-length": length = "0", "transfer-encoding": coding } = headers;
      if (carried.body === null && (length !== "0" || coding !== undefined)) controller.abort();
      return { status: carried.status, headers: Object.freeze(headers), body: body.text() };
    } catch (error) {
      const failure: unknown = controller.signal.aborted
        ? controller.signal.reason
        : networkFailure(error, { url: request.url, answered });
      // What is still under way belongs to nobody now.
      controller.abort(failure);
      throw failure;
    } finally {
      timer.stop();
      request.signal.removeEventListener("abort", abort);
    }
  }

  return Object.freeze({ name: "${name.replace("transport-", "")}", send });
}
`,
    test: `import { transportContract } from "@graph-sync/testing";
import { describe, test } from "vitest";
import { ${call}Transport, type ${type}TransportOptions } from "../src/index.ts";

/** The platform of this test is fetch. */
const carry: ${type}TransportOptions["carry"] = ({ url, method, headers, body = null }, signal) =>
  fetch(url, { method, headers, body, signal, redirect: "manual" });

describe("${call}Transport is a transport", () => {
  transportContract(test, (limits) => ${call}Transport({ ...limits, carry }), {
    silentTruncation: process.versions.node.startsWith("20."),
    hiddenReuse: true,
  });
});
`,
    example: `import { bearer, type Client, createClient } from "@graph-sync/core";
import { ${call}Transport } from "@graph-sync/${name}";

const transport = ${call}Transport({
  carry: ({ url, method, headers, body = null }, signal) =>
    fetch(url, { method, headers, body, signal, redirect: "manual" }),
});
export const connect = (token: string): Client => createClient({ transport, plugins: [bearer(token)] });
`,
  }),

  auth: ({ name, call, type }) => ({
    description: `Token source of graph-sync: ${call}`,
    source: `import { type Clock, systemHost, type TokenRequest, type TokenSource } from "@graph-sync/core";

/** What a token endpoint answers (RFC 6749 §5.1). */
export interface TokenAnswer {
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
}

export interface ${type}Options {
  /** Asks whoever gives tokens for one: for these scopes, with these claims where there are any. */
  readonly ask: (request: TokenRequest) => Promise<TokenAnswer>;
  /** Whom the tokens are for, tenant and client id: a cache keeps answers under it. */
  readonly partition?: string;
  /** What the time is taken from; the machine's clock unless told. */
  readonly clock?: Pick<Clock, "now">;
}

/** A token source. It keeps nothing: \`bearerFrom\` keeps the token, renews it early, and asks once for many calls. */
export function ${call}({ ask, partition, clock = systemHost.clock }: ${type}Options): TokenSource {
  return {
    ...(partition === undefined ? {} : { partition }),
    getToken: async (request) => {
      // Before the call: a token that is given up a moment too early does no harm.
      const asked = clock.now();
      const { access_token: token, expires_in: seconds } = await ask(request);
      return { token, expiresAt: asked + seconds * 1000 };
    },
  };
}
`,
    test: `import { bearerFrom, createCaller, getJob, type TokenRequest } from "@graph-sync/core";
import { fakeHost, jsonResponse, scriptedTransport } from "@graph-sync/testing";
import { expect, test } from "vitest";
import { ${call}, type TokenAnswer } from "../src/index.ts";

const job = { servicePrincipalId: "sp", jobId: "job" };

/** Gives token-1, token-2 and so on, each for an hour, and notes what it was asked for. */
function answering(requests: TokenRequest[]): (request: TokenRequest) => Promise<TokenAnswer> {
  return (request) => Promise.resolve({ access_token: \`token-\${requests.push(request)}\`, expires_in: 3600 });
}

test("is asked once by calls that start together, and the token goes with every request", async () => {
  const requests: TokenRequest[] = [];
  const source = ${call}({ ask: answering(requests) });
  const transport = scriptedTransport(() => jsonResponse({ id: "1" }));
  const caller = createCaller({ transport, plugins: [bearerFrom(source)] });

  await Promise.all([caller.call(getJob, job), caller.call(getJob, job)]);
  await caller.call(getJob, job);
  expect(transport.requests.map(({ headers }) => headers["authorization"])).toEqual(Array(3).fill("Bearer token-1"));
  expect(requests.map(({ scopes }) => scopes)).toEqual([["https://graph.microsoft.com/.default"]]);
});

test("is asked for a new token, with the claims, where the service refuses the one it gave", async () => {
  const requests: TokenRequest[] = [];
  const source = ${call}({ ask: answering(requests) });
  const claims = '{"access_token":{"nbf":{"essential":true}}}';
  const challenge = { "www-authenticate": \`Bearer error="insufficient_claims", claims="\${btoa(claims)}"\` };
  const transport = scriptedTransport(({ headers }) =>
    headers["authorization"] === "Bearer token-1" ? jsonResponse({}, 401, challenge) : jsonResponse({ id: "1" }),
  );
  const caller = createCaller({ transport, plugins: [bearerFrom(source)] });

  await caller.call(getJob, job);
  expect(requests.map((request) => request.claims)).toEqual([undefined, claims]);
});

test("tells when the token expires, counted from when it was asked for", async () => {
  const { clock } = fakeHost();
  const source = ${call}({ ask: answering([]), clock });
  const request = { scopes: [], claims: undefined, signal: new AbortController().signal };
  expect(await source.getToken(request)).toEqual({ token: "token-1", expiresAt: clock.now() + 3_600_000 });
});

test("is an identity of its own only where it is not told whose tokens it gives", () => {
  const ask = answering([]);
  expect(${call}({ ask, partition: "tenant/client" }).partition).toBe("tenant/client");
  expect(${call}({ ask })).not.toHaveProperty("partition");
});
`,
    example: `import { bearerFrom, type Client, createClient, type Transport } from "@graph-sync/core";
import { ${call} } from "@graph-sync/${name}";

const source = ${call}({ ask: async () => ({ access_token: "a-token", expires_in: 3600 }) });
export const connect = (transport: Transport): Client => createClient({ transport, plugins: [bearerFrom(source)] });
`,
  }),

  other: ({ name, call }) => ({
    description: `Part of graph-sync: ${call}`,
    source: `/** Gives the lines of a text, without the line breaks. */
export function ${call}(text: string): readonly string[] {
  return text.split(/\\r?\\n/);
}
`,
    test: `import { expect, test } from "vitest";
import { ${call} } from "../src/index.ts";

test("gives the lines of a text", () => {
  expect(${call}("a\\r\\nb\\nc")).toEqual(["a", "b", "c"]);
});
`,
    example: `import { ${call} } from "@graph-sync/${name}";

console.log(${call}("one\\ntwo"));
`,
  }),
};
