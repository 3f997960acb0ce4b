import {
  GraphServiceError,
  listJobs,
  TransportError,
  type TransportErrorCode,
  type TransportErrorKind,
} from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { chosenApp } from "../../src/commands/app.ts";
import { serviceAddress } from "../../src/connection/service-address.ts";
import { type Attempt, explain } from "../../src/errors/explain.ts";

const attempt: Attempt = {
  address: serviceAddress("http://127.0.0.1:8787"),
  app: chosenApp({ servicePrincipal: "a" }),
  tokenFrom: "GRAPH_SYNC_TOKEN",
};
const real: Attempt = { ...attempt, address: serviceAddress(undefined) };

function answered(status: number, code?: string, headers: Readonly<Record<string, string>> = {}): GraphServiceError {
  const body = code === undefined ? "<html>" : JSON.stringify({ error: { code, message: "Words." } });
  return new GraphServiceError(listJobs, { status, headers, body });
}

function broken(kind: TransportErrorKind, code: TransportErrorCode, cause?: unknown): TransportError {
  return new TransportError("It broke.", { kind, code, sent: "none", cause });
}

describe("an answer of the service", () => {
  test("401 asks for a new token for this service, exit code 3", () => {
    expect(explain(answered(401, "InvalidAuthenticationToken"), real)).toMatchObject({
      code: 3,
      hint: "The token in GRAPH_SYNC_TOKEN has expired or is for another audience: get a new one for https://graph.microsoft.com.",
    });
  });

  test("403 names the permission and the directory roles, exit code 4", () => {
    const { code, hint } = explain(answered(403, "Authorization_RequestDenied"), real);
    expect(code).toBe(4);
    expect(hint).toContain("needs Synchronization.Read.All (for an app, Application.ReadWrite.OwnedBy is enough)");
    expect(hint).toContain("Application Administrator, Cloud Application Administrator, Hybrid Identity Administrator");
  });

  test.each([
    [answered(429, "TooManyRequests", { "retry-after": "17" }), "try again in 17 s"],
    [answered(429, "TooManyRequests", { "retry-after": "\u001b" }), "try again in a minute"],
    [answered(503, "ServiceUnavailable"), "try again in a minute"],
    [answered(302), "is https://graph.microsoft.com/v1.0 the right --base-url?"],
    [answered(400, "BadRequest"), "refuses the request itself"],
    [answered(404, "UnknownError"), "only on the application (--application)"],
  ])("%s has a hint of its own, exit code 1", (error, words) => {
    const { code, hint } = explain(error, real);
    expect(code).toBe(1);
    expect(hint).toContain(words);
  });
});

describe("a failure on the way", () => {
  test("a refused connection to this machine says how to start a server", () => {
    expect(explain(broken("network", "ERR_REFUSED"), attempt).hint).toBe(
      "Is the server running? Start it with: graph-sync-server --port 8787",
    );
  });

  test.each([
    ["network", "ERR_REFUSED", "Check --base-url and the network"],
    ["network", "ERR_DNS", "Check the host in --base-url"],
    ["timeout", "ERR_DEADLINE", "Try again"],
    ["tls", "ERR_TLS", "NODE_EXTRA_CA_CERTS"],
    ["protocol", "ERR_BODY", "the right --base-url"],
    ["too-large", "ERR_TOO_LARGE", "check --base-url"],
    ["network", "ERR_RESET", "check the network"],
  ] as const)("%s %s has a hint of its own, exit code 1", (kind, code, words) => {
    const failure = explain(broken(kind, code), real);
    expect(failure.code).toBe(1);
    expect(failure.hint).toContain(words);
  });

  test("what the platform says deep inside comes out", () => {
    const cause = new TypeError("fetch failed", { cause: new Error("bad port") });
    expect(explain(broken("network", "ERR_NETWORK", cause), real).hint).toMatch(/^The reason given is: bad port\./);
  });
});

test("an error that nobody thought of is called a defect, without its stack", () => {
  expect(explain(new TypeError("x is not a function"), real)).toMatchObject({
    code: 1,
    message: "Unexpected error: x is not a function",
    hint: "This is a defect of graph-sync: please report it.",
  });
});
