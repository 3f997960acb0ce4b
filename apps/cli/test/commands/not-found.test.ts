import { describe, expect, test } from "vitest";
import { runCli } from "../run-cli.ts";
import { inProcess, quillnote, sampleTenant } from "../sample-tenant.ts";

const unknown = "00000000-1111-4222-8333-444444444444";

describe("an id that the service does not know", () => {
  test.each([
    ["--service-principal", "service principal", "the application (--application)"],
    ["--application", "application", "the service principal (--service-principal)"],
  ])("is exit code 5 with a hint, for %s", async (option, kind, other) => {
    const { fetch } = await sampleTenant();
    const { code, stdout, stderr } = await runCli(["get", option, unknown, ...inProcess], { fetch });
    expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
    expect(stderr).toContain(`graph-sync: There is no ${kind} with the object id ${unknown}`);
    expect(stderr).toContain("404 Request_ResourceNotFound (request-id ");
    expect(stderr).toContain(`An appId (client id) does not work here, and ${other} has an object id of its own.\n`);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  });

  test("is exit code 5 for a program too", async () => {
    const { fetch } = await sampleTenant();
    const { code, stdout } = await runCli(["get", "--application", unknown, "--json", ...inProcess], { fetch });
    expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
  });

  test.each([
    ["--service-principal", "servicePrincipals"],
    ["--application", "applications"],
  ])("but as an appId is named as such, with the command to run, for %s", async (option, root) => {
    const emulator = await sampleTenant();
    const fetch: typeof globalThis.fetch = async (target, init) => {
      const { url, headers } = new Request(target, init);
      if (url !== `http://127.0.0.1:8787/v1.0/${root}(appId='${quillnote.appId}')?$select=id,displayName`) {
        return emulator.fetch(target, init);
      }
      // Graph echoes it, and a client that was echoed once insists.
      const echo = { "client-request-id": headers.get("client-request-id") ?? "" };
      return Response.json({ id: unknown, displayName: "Quillnote\u001b[2J" }, { headers: echo });
    };
    const { code, stderr } = await runCli(["get", option, quillnote.appId, ...inProcess], { fetch });
    expect(code).toBe(5);
    expect(stderr).toBe(
      `graph-sync: ${quillnote.appId} is the appId (client id) of Quillnote[2J, and the object id belongs here.\n` +
        `  The same command with ${option} ${unknown} reads it.\n`,
    );
  });

  test.each([
    [
      "as the entity in `value`, as a page prints it",
      { value: { id: unknown } },
      `The same command with --application ${unknown} reads it.`,
    ],
    ["as a list without an entity", { value: [] }, "Is it the object id?"],
    ["without an id", { displayName: "Quillnote" }, "Is it the object id?"],
    ["with an id that a shell would run", { id: "$(rm -rf)\n; evil" }, "Is it the object id?"],
    ["with a GUID and more", { id: `${unknown}\n; evil` }, "Is it the object id?"],
  ])("and whose look-up by appId is answered %s has the hint that is left", async (_how, body, hint) => {
    const emulator = await sampleTenant();
    const fetch: typeof globalThis.fetch = async (target, init) => {
      const { url, headers } = new Request(target, init);
      if (!url.includes("(appId='")) return emulator.fetch(target, init);
      return Response.json(body, { headers: { "client-request-id": headers.get("client-request-id") ?? "" } });
    };
    const { code, stderr } = await runCli(["get", "--application", quillnote.appId, ...inProcess], { fetch });
    expect(code).toBe(5);
    expect(stderr).toContain(`\n  ${hint}`);
    expect(stderr).not.toMatch(/rm -rf|evil/);
  });

  test("and that cannot be looked up by appId is exit code 5 with a hint", async () => {
    const emulator = await sampleTenant();
    const fetch: typeof globalThis.fetch = async (target, init) =>
      new Request(target, init).url.includes("(appId='")
        ? Response.json({ error: { code: "notImplemented", message: "Not here." } }, { status: 501 })
        : emulator.fetch(target, init);
    const { code, stderr } = await runCli(["get", "--service-principal", quillnote.appId, ...inProcess], { fetch });
    expect(code).toBe(5);
    expect(stderr).toContain("\n  Is it the object id? An appId (client id) does not work here");
  });

  test("and that is no GUID is not looked up as an appId", async () => {
    const emulator = await sampleTenant();
    const sent: string[] = [];
    const fetch: typeof globalThis.fetch = (target, init) => {
      sent.push(new Request(target, init).url);
      return emulator.fetch(target, init);
    };
    const { code } = await runCli(["get", "--application", "it's me", ...inProcess], { fetch });
    expect(code).toBe(5);
    expect(sent.filter((url) => url.includes("appId="))).toEqual([]);
  });

  test("is not blamed where the answer is not Graph's", async () => {
    const fetch = async (): Promise<Response> => new Response("<h1>Not Found</h1>", { status: 404 });
    const { code, stderr } = await runCli(["get", "--application", unknown, ...inProcess], { fetch });
    expect(code).toBe(5);
    expect(stderr).toContain("is http://127.0.0.1:8787/v1.0 the right --base-url?");
  });
});
