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
    test: `import { createCaller, getJob, type Transport } from "@graph-sync/core";
import { expect, test } from "vitest";
import { ${call} } from "../src/index.ts";

test("tells the operation and the status of an answer", async () => {
  const answer = { status: 200, headers: {}, body: '{"id":"1"}' };
  const transport: Transport = { name: "test", send: () => Promise.resolve(answer) };
  const seen: unknown[] = [];
  const plugin = ${call}({ onAnswer: (...answer) => seen.push(answer) });
  const caller = createCaller({ transport, plugins: [plugin] });

  await caller.call(getJob, { servicePrincipalId: "sp", jobId: "job" });
  expect(seen).toEqual([["jobs.get", 200]]);
});
`,
    example: `import { bearer, createClient, type Transport } from "@graph-sync/core";
import { ${call} } from "@graph-sync/${name}";

export const connect = (transport: Transport, token: string) =>
  createClient({ transport, plugins: [bearer(token), ${call}({ onAnswer: (id, status) => console.log(id, status) })] });
`,
  }),

  transport: ({ name, call, type }) => ({
    description: `Transport of graph-sync: ${call}`,
    source: `import type { GraphRequest, GraphResponse, Transport } from "@graph-sync/core";

export interface ${type}TransportOptions {
  /** Gives the answer to a request. It rejects only where there is none. */
  readonly answer: (request: GraphRequest) => Promise<GraphResponse>;
}

/** Sends each request to one function; \`transportContract\` of \`@graph-sync/testing\` says what it must keep. */
export function ${call}Transport({ answer }: ${type}TransportOptions): Transport {
  return { name: "${name.replace("transport-", "")}", send: answer };
}
`,
    test: `import { createCaller, getJob } from "@graph-sync/core";
import { expect, test } from "vitest";
import { ${call}Transport } from "../src/index.ts";

test("gives each request to its function", async () => {
  const transport = ${call}Transport({
    answer: ({ url }) => Promise.resolve({ status: 200, headers: {}, body: JSON.stringify({ id: url }) }),
  });
  const caller = createCaller({ transport, plugins: [] });

  const job = await caller.call(getJob, { servicePrincipalId: "sp", jobId: "job" });
  expect(job.id).toBe("https://graph.microsoft.com/v1.0/servicePrincipals/sp/synchronization/jobs/job");
});
`,
    example: `import { bearer, createClient } from "@graph-sync/core";
import { ${call}Transport } from "@graph-sync/${name}";

const transport = ${call}Transport({ answer: async () => ({ status: 200, headers: {}, body: '{ "value": [] }' }) });
export const connect = (token: string) => createClient({ transport, plugins: [bearer(token)] });
`,
  }),

  auth: ({ name, call, type }) => ({
    description: `Token source of graph-sync: ${call}`,
    source: `import type { TokenCallback } from "@graph-sync/core";

export interface ${type}Options {
  /** Asks whoever gives tokens for one. */
  readonly ask: (signal: AbortSignal) => Promise<string>;
}

/** A token source for \`bearerFrom\`. It keeps the token itself, so it asks once. */
export function ${call}({ ask }: ${type}Options): TokenCallback {
  let token: string | undefined;
  return async ({ signal }) => (token ??= await ask(signal));
}
`,
    test: `import { bearerFrom, createCaller, getJob, type Transport } from "@graph-sync/core";
import { expect, test } from "vitest";
import { ${call} } from "../src/index.ts";

test("asks once and sends the token with every request", async () => {
  const sent: (string | undefined)[] = [];
  const transport: Transport = {
    name: "test",
    send: ({ headers }) => {
      sent.push(headers["authorization"]);
      return Promise.resolve({ status: 200, headers: {}, body: '{"id":"1"}' });
    },
  };
  let asked = 0;
  const source = ${call}({ ask: () => Promise.resolve(\`token-\${(asked += 1)}\`) });
  const caller = createCaller({ transport, plugins: [bearerFrom(source)] });

  await caller.call(getJob, { servicePrincipalId: "sp", jobId: "job" });
  await caller.call(getJob, { servicePrincipalId: "sp", jobId: "job" });
  expect(sent).toEqual(["Bearer token-1", "Bearer token-1"]);
});
`,
    example: `import { bearerFrom, createClient, type Transport } from "@graph-sync/core";
import { ${call} } from "@graph-sync/${name}";

export const connect = (transport: Transport) =>
  createClient({ transport, plugins: [bearerFrom(${call}({ ask: async () => "a-token" }))] });
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
