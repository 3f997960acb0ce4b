import { describe, expect, test } from "vitest";
import { runCli } from "../run-cli.ts";
import { harborline, inProcess, quillnote, roots, sampleTenant } from "../sample-tenant.ts";

describe("get", () => {
  test.each(roots)("prints jobs, templates and secret keys by %s", async (option, id) => {
    const { fetch } = await sampleTenant();
    const { code, stdout, stderr } = await runCli(["get", option, id, ...inProcess], { fetch });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`Synchronization of ${option.slice(2).replace("-", " ")} ${id}\n`);
    expect(stdout).toContain("http://127.0.0.1:8787/v1.0 over fetch, with the token in GRAPH_SYNC_TOKEN\n");
    expect(stdout).toContain(`  ${quillnote.jobId}\n    template  scim\n    schedule  Active, every 40 min\n`);
    expect(stdout).toContain("  scim  CustomSCIM   Provisions users");
    expect(stdout).toMatch(/ {2}BaseAddress +https:\/\/api\.quillnote\.example\/scim\/v2\n/);
    expect(stdout).toMatch(/ {2}SecretToken +\(set, hidden\)\n/);
  });

  test("shows a quarantine with its reason, message and begin", async () => {
    const { fetch } = await sampleTenant();
    const { stdout } = await runCli(["get", "--service-principal", harborline.servicePrincipal, ...inProcess], {
      fetch,
    });
    expect(stdout).toContain("status      Quarantine\n");
    expect(stdout).toContain("quarantine  EncounteredQuarantineException\n");
    expect(stdout).toContain("InvalidCredentials: Harborline did not accept the token");
    expect(stdout).toMatch(/since {7}2026-05-0\d \d\d:\d\d UTC \(\d d ago\)/);
  });

  test.each([
    [[], ""],
    [["--expand", "jobs"], "?$expand=jobs"],
    [["--expand", "templates, jobs,jobs"], "?$expand=templates,jobs"],
  ])("with --json and %j sends one request and prints its answer as it is", async (expand, query) => {
    const emulator = await sampleTenant();
    const sent: string[] = [];
    const fetch: typeof globalThis.fetch = (target, init) => {
      sent.push(new Request(target, init).url);
      return emulator.fetch(target, init);
    };
    const words = ["get", "--service-principal", quillnote.servicePrincipal, "--json", ...expand, ...inProcess];
    const { code, stdout, stderr } = await runCli(words, { fetch });
    const url = `http://127.0.0.1:8787/v1.0/servicePrincipals/${quillnote.servicePrincipal}/synchronization${query}`;
    expect({ code, stderr, sent }).toEqual({ code: 0, stderr: "", sent: [url] });
    const answer = await emulator.fetch(url, { headers: { authorization: "Bearer any" } });
    expect(JSON.parse(stdout)).toEqual(await answer.json());
  });

  test("reads from beta when --base-url says so", async () => {
    const emulator = await sampleTenant();
    const sent: string[] = [];
    const fetch: typeof globalThis.fetch = (target, init) => {
      sent.push(new URL(new Request(target, init).url).pathname);
      return emulator.fetch(target, init);
    };
    const words = ["get", "--application", quillnote.application, "--json", "--transport", "fetch"];
    await runCli([...words, "--base-url", "http://localhost:1/beta"], { fetch });
    expect(sent).toEqual([`/beta/applications/${quillnote.application}/synchronization`]);
  });

  test.each(["..", ".", "a/b", "a\u0007b", "", "x".repeat(257), " a", "a%2fb"])(
    "refuses the id %j before anything is sent",
    async (id) => {
      let sent = 0;
      const fetch: typeof globalThis.fetch = async () => {
        sent++;
        return new Response();
      };
      const { code, stdout, stderr } = await runCli(["get", "--application", id, ...inProcess], { fetch });
      expect({ code, stdout, sent }).toEqual({ code: 2, stdout: "", sent: 0 });
      expect(stderr).toMatch(/^graph-sync: --application \S.*\n {2}.*graph-sync get --help/);
    },
  );

  test("ends with exit code 3 where the service does not accept the token", async () => {
    const { fetch } = await sampleTenant();
    const tokenless: typeof globalThis.fetch = (target, init) => {
      const request = new Request(target, init);
      request.headers.delete("authorization");
      return fetch(request);
    };
    const { code, stdout, stderr } = await runCli(["get", "--application", quillnote.application, ...inProcess], {
      fetch: tokenless,
    });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain("Graph answered 401 InvalidAuthenticationToken");
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  });

  test("ends with exit code 4 and the permission where the token may not read", async () => {
    const error = { code: "Authorization_RequestDenied", message: "Insufficient privileges.\u001b[2J" };
    const { code, stdout, stderr } = await runCli(["get", "--application", quillnote.application, ...inProcess], {
      fetch: async () => Response.json({ error }, { status: 403 }),
    });
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toContain("Insufficient privileges.[2J\n");
    expect(stderr).toContain("Synchronization.Read.All");
  });

  test("asks whether the base URL is right where a sign-in page answers", async () => {
    const fetch = async (): Promise<Response> => new Response("<html>", { headers: { "content-type": "text/html" } });
    const { code, stdout, stderr } = await runCli(["get", "--application", quillnote.application, ...inProcess], {
      fetch,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("a body that is not JSON (text/html)");
    expect(stderr).toContain("Is http://127.0.0.1:8787/v1.0 the right --base-url");
  });

  test("ends at once with exit code 130 and no words when it is interrupted", async () => {
    const stop = new AbortController();
    const fetch: typeof globalThis.fetch = (_target, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new Error("aborted")));
        stop.abort();
      });
    const words = ["get", "--application", quillnote.application, ...inProcess];
    expect(await runCli(words, { fetch, signal: stop.signal })).toEqual({ code: 130, stdout: "", stderr: "" });
  });

  test("ends with exit code 130 when it is interrupted while it waits for a token", async () => {
    const stop = new AbortController();
    const silent = {
      [Symbol.asyncIterator]: () => ({
        next: () => {
          stop.abort();
          return new Promise<never>(() => undefined);
        },
      }),
    };
    const words = ["get", "--application", quillnote.application, "--token-stdin", ...inProcess];
    expect(await runCli(words, { stdin: silent, signal: stop.signal })).toEqual({ code: 130, stdout: "", stderr: "" });
  });
});
