import {
  GraphServiceError,
  listJobs,
  type OperationInfo,
  pingSynchronization,
  TransportError,
  type TransportErrorCode,
} from "@graph-sync/core";
import { describe, expect, test } from "vitest";
import { chosenApp } from "../../src/target/chosen-app.ts";
import { serviceAddress } from "../../src/connection/service-address.ts";
import { type CommandContext, explain } from "../../src/errors/explain.ts";

const context: CommandContext = {
  address: serviceAddress("http://127.0.0.1:8787"),
  words: "get",
  app: chosenApp({ servicePrincipal: "a" }),
  tokenFrom: "GRAPH_SYNC_TOKEN",
};
const real: CommandContext = { ...context, address: serviceAddress(undefined) };

function answered(
  status: number,
  code?: string,
  headers: Readonly<Record<string, string>> = {},
  operation: OperationInfo = listJobs,
): GraphServiceError {
  const body = code === undefined ? "<html>" : JSON.stringify({ error: { code, message: "Words." } });
  return new GraphServiceError(operation, { status, headers, body });
}

function broken(code: TransportErrorCode, cause?: unknown): TransportError {
  return new TransportError("It broke.", { code, sent: "none", cause });
}

describe("an answer of the service", () => {
  test("401 says that the token has expired or is for another service, and names both, exit code 3", () => {
    const { exitCode, hint } = explain(answered(401, "InvalidAuthenticationToken"), real);
    expect(exitCode).toBe(3);
    expect(hint).toMatch(/^The token is missing, expired, or not for this service\. jobs\.list needs /);
    expect(hint).toMatch(/ The token comes from GRAPH_SYNC_TOKEN, and must be for https:\/\/graph\.microsoft\.com\.$/);
  });

  test("401 without a reason may be a missing permission, and says which, exit code 3", () => {
    const { exitCode, hint } = explain(answered(401, "UnknownError"), real);
    expect(exitCode).toBe(3);
    expect(hint).toContain("a missing permission looks like this. jobs.list needs");
    expect(hint).toContain("Synchronization.Read.All for a person");
    expect(hint).not.toContain("expired");
  });

  test("403 names the permission and the directory roles, exit code 4", () => {
    const { exitCode, hint } = explain(answered(403, "Authorization_RequestDenied"), real);
    expect(exitCode).toBe(4);
    expect(hint).toContain("needs Application.ReadWrite.OwnedBy for an app, or Synchronization.Read.All for a person");
    expect(hint).toContain("Application Administrator, Cloud Application Administrator, Hybrid Identity Administrator");
    expect(hint).toMatch(/ The token comes from GRAPH_SYNC_TOKEN\.$/);
  });

  test("404 to the id of a job or a template says which verb lists them", () => {
    const { app: _, ...other } = context;
    expect(explain(answered(404, "ResourceNotFound"), { ...other, words: "job get" }).hint).toContain(
      "graph-sync job list <app> shows what there is.",
    );
    expect(explain(answered(404, "ResourceNotFound"), { ...other, words: "link get" }).hint).not.toContain("list");
  });

  test("400 to credentials that were tried says how to try others", () => {
    const tried = answered(400, "CredentialValidationUnavailable");
    expect(explain(tried, { ...context, words: "job validate" }).hint).toMatch(
      /^graph-sync secret check <app> --secret/,
    );
    expect(explain(tried, { ...context, words: "job start" }).hint).toContain("what it says is above");
  });

  test("404 to an operation that no page describes says so as well, exit code 1", () => {
    const { exitCode, hint } = explain(answered(404, "UnknownError", {}, pingSynchronization), real);
    expect(exitCode).toBe(1);
    expect(hint).toMatch(/^synchronization\.ping is undocumented: .+ only on the application \(--application\)\.$/);
  });

  test.each([
    [answered(429, "TooManyRequests", { "retry-after": "17" }), "try again in 17 s"],
    [answered(429, "TooManyRequests", { "retry-after": "\u001b" }), "try again in a minute"],
    [
      answered(429, "TooManyRequests", {
        date: "Wed, 06 May 2026 07:08:09 GMT",
        "retry-after": "Wed, 06 May 2026 07:08:39 GMT",
      }),
      "try again in 30 s",
    ],
    [answered(503, "ServiceUnavailable"), "try again in a minute"],
    [answered(302), "is https://graph.microsoft.com/v1.0 the right --base-url?"],
    [answered(400, "BadRequest"), "refuses the request itself"],
    [answered(404, "UnknownError"), "only on the application (--application)"],
  ])("%s has a hint of its own, exit code 1", (error, words) => {
    const { exitCode, hint } = explain(error, real);
    expect(exitCode).toBe(1);
    expect(hint).toContain(words);
  });
});

describe("a failure on the way", () => {
  test("a refused connection to this machine says how to start a server", () => {
    expect(explain(broken("ERR_REFUSED"), context).hint).toBe(
      "Is the server running? Start it with: graph-sync-server --port 8787",
    );
  });

  test.each([
    ["ERR_REFUSED", "Check --base-url and the network"],
    ["ERR_DNS", "Check the host in --base-url"],
    ["ERR_DEADLINE", "Try again"],
    ["ERR_TLS", "NODE_EXTRA_CA_CERTS"],
    ["ERR_BODY", "the right --base-url"],
    ["ERR_TOO_LARGE", "check --base-url"],
    ["ERR_RESET", "check the network"],
  ] as const)("%s has a hint of its own, exit code 1", (code, words) => {
    const { exitCode, hint } = explain(broken(code), real);
    expect(exitCode).toBe(1);
    expect(hint).toContain(words);
  });

  test("an answer that is too large is told without the name of a limit that is no option here", () => {
    const error = new TransportError("Raise maxResponseBytes if it may be.", { code: "ERR_TOO_LARGE" });
    expect(explain(error, real).message).toBe("https://graph.microsoft.com/v1.0: the answer is too large to be read.");
  });

  test("a call that took too long is told without that name either", () => {
    const error = new TransportError("The call did not end within 5 ms (timeoutMs).", { code: "ERR_DEADLINE" });
    expect(explain(error, real).message).toBe("The call did not end within 5 ms.");
  });

  test("what the platform says deep inside comes out", () => {
    const cause = new TypeError("fetch failed", { cause: new Error("bad port") });
    expect(explain(broken("ERR_NETWORK", cause), real).hint).toMatch(/^The reason given is: bad port\./);
  });
});

test("what cannot be done with an answer is told of the service first", () => {
  expect(explain(new TypeError("Cannot read properties of null"), real)).toMatchObject({
    exitCode: 1,
    message:
      "An answer of https://graph.microsoft.com/v1.0 has another form than Graph's: a part of it is missing, or of another kind.",
    hint: "Is it the right --base-url? If it is, please report this to graph-sync: Cannot read properties of null",
  });
});

test("an error that nobody thought of is called a defect, without its stack", () => {
  expect(explain(new RangeError("x is not a function"), real)).toMatchObject({
    exitCode: 1,
    message: "Unexpected error: x is not a function",
    hint: "This is a defect of graph-sync: please report it.",
  });
});
