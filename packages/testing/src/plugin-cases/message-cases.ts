import assert from "node:assert/strict";
import { definePlugin, emptyHeaders, type GraphRequest, InvalidRequestError, TransportError } from "@graph-sync/core";
import { graphRequest, type RequestOverrides } from "../graph-request.ts";
import type { PluginCase } from "../plugin-contract.ts";
import { jsonResponse } from "../scripted-transport.ts";
import { bench, outcome } from "./bench.ts";

/** Requests of each kind: a read, a write, a delete. */
const requests: readonly RequestOverrides[] = [
  {},
  { method: "PUT", body: '{"value":[]}', operation: row("PUT", "idempotent") },
  { method: "POST", body: "{}", operation: row("POST", "never") },
  { method: "DELETE", operation: row("DELETE", "idempotent") },
];

const statuses = [200, 201, 202, 204, 206, 302, 304, 400, 401, 403, 404, 409, 410, 412, 429, 500, 501, 502, 503, 504];

/** What goes through a plugin: requests, answers, failures. */
export const messageCases: readonly PluginCase[] = [
  {
    title: "has a name and a slot, and sends nothing when it is installed",
    async run(factory) {
      const plugin = definePlugin(factory());
      const { given } = bench(plugin);
      await plugin.close?.();
      assert.equal(given.length, 0);
    },
  },
  {
    title: "leaves a request as it was: it copies what it changes",
    async run(factory) {
      for (const overrides of requests) {
        const request = deepFrozen(graphRequest(overrides));
        const before = JSON.stringify(request);
        const { begin, clock } = bench(factory());
        await outcome(begin(request), clock);
        assert.equal(JSON.stringify(request), before);
      }
    },
  },
  {
    title: "gives a request on with all that belongs to it",
    async run(factory) {
      for (const overrides of requests) {
        const request = graphRequest({ ...overrides, deadline: 86_400_000 });
        const { begin, clock, given } = bench(factory());
        await outcome(begin(request), clock);
        assert.ok(given.length > 0, "nothing was given on");
        for (const one of given) {
          const { method, body, operation, params, options } = one;
          assert.deepEqual({ method, body, operation, params, options }, part(request));
          assert.ok(one.deadline <= request.deadline, "the deadline was put off");
          assert.equal(Object.getPrototypeOf(one.headers), null, "the headers have a prototype");
          for (const name in request.headers) assert.ok(name in one.headers, `header ${name} was lost`);
        }
      }
    },
  },
  {
    title: "leaves the address as it came, character by character: links of Graph are opaque",
    async run(factory) {
      const url = "https://graph.microsoft.com/v1.0/x/./jobs?$skiptoken=%7e~{'a'}|b%2525&$filter=id eq 'ä'#";
      const { send, given } = bench(factory());
      await send({ url });
      assert.deepEqual(new Set(given.map((request) => request.url)), new Set([url]));
    },
  },
  ...statuses.map((status): PluginCase => ({
    title: `gives the status ${status} on as a value`,
    async run(factory) {
      for (const overrides of requests) {
        const answer = deepFrozen(jsonResponse({ nonce: "4711" }, status, { "request-id": "r1" }));
        const { send } = bench(factory(), { answer: () => answer });
        const { status: got, headers, body } = await send(overrides);
        assert.deepEqual([got, headers["request-id"], body], [status, "r1", answer.body]);
        assert.equal(Object.getPrototypeOf(headers), Object.getPrototypeOf(emptyHeaders()));
      }
    },
  })),
  {
    title: "gives a failure on as it is",
    async run(factory) {
      const failures = [
        new TransportError("x", { code: "ERR_REFUSED", sent: "none" }),
        new TransportError("x", { code: "ERR_TLS", sent: "none" }),
        new TransportError("x", { code: "ERR_TOO_LARGE" }),
        new InvalidRequestError("x"),
        new TypeError("x"),
      ];
      for (const failure of failures) {
        const { fail } = bench(factory(), { answer: () => Promise.reject(failure) });
        for (const overrides of requests) assert.equal(await fail(overrides), failure);
      }
    },
  },
];

function row(method: GraphRequest["method"], repeat: "idempotent" | "never"): GraphRequest["operation"] {
  return { id: `x.${method}`, method, path: "/x", repeat, status: 200, evidence: "documented" };
}

function part({ method, body, operation, params, options }: GraphRequest): Partial<GraphRequest> {
  return { method, body, operation, params, options };
}

/** Frozen to the bottom, but for the signal, whose state is the platform's. */
function deepFrozen<T extends object>(value: T): T {
  for (const member of Object.values(value) as readonly unknown[]) {
    if (typeof member === "object" && member !== null && !(member instanceof AbortSignal)) deepFrozen(member);
  }
  return Object.freeze(value);
}
