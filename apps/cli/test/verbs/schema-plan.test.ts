import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { input, runCli } from "../run-cli.ts";
import { inProcess, sampleTenant } from "../sample-tenant.ts";
import { withAda } from "./ada.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { schemaFile } from "./offline.ts";
import { recording } from "./recording.ts";

test("schema plan shows where, what and what follows, writes a plan, and changes nothing", async () => {
  const tenant = await recording();
  const file = join(await temporaryFolder(), "plan.json");
  const { code, stdout } = await tenant.run("schema", "plan", "Quillnote", "-f", schemaFile("edited"), "-o", file);
  expect(code).toBe(0);
  expect(stdout).toContain("tenant    7d0c1be2-4f6a-4c0e-9a51-d2b8e3f04a96\n");
  expect(stdout).toContain("app       Quillnote (84f6b1d9-2e03-4c7a-b5f8-7a1d0c9e3b56)\n");
  expect(stdout).toContain('displayName: source [displayName] → Join(" ", [givenName], [surname])\n');
  expect(stdout).toMatch(/^What follows:\n {2}full-resync: /m);
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({
    graphSyncPlan: 1,
    service: "http://127.0.0.1:8787/v1.0",
    kind: "job",
    plannedAt: "2026-05-06T07:08:09.000Z",
    liveFingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    body: { version: "v1.0", synchronizationRules: [{ name: "USER_AND_GROUP_OUTBOUND" }] },
  });
  if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(tenant.lastWrite()).toBeUndefined();
});

test("schema plan says where lint finds errors in the schema", async () => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run("schema", "plan", "Quillnote", "-f", schemaFile("mistaken"));
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: `It has 2 errors: graph-sync schema lint ${schemaFile("mistaken")}\n`,
  });
});

test("schema plan gives a portable schema the ids of the live one", async () => {
  const tenant = await recording();
  const portable = await tenant.run("schema", "export", "Quillnote", "--portable", "--format", "yaml");
  const given = { stdin: input(portable.stdout) };
  const { code, stdout } = await tenant.runWith(given, "schema", "plan", "Quillnote", "-f", "-");
  expect(code).toBe(0);
  expect(stdout).toContain("Nothing would change.\n");
  const again = { stdin: input(portable.stdout) };
  const tried = await tenant.runWith(again, "schema", "plan", "Quillnote", "-f", "-", "--canary", "ada");
  expect(tried.stdout).toContain("No mapping of users would change, so there is nothing to try");
});

test("schema plan refuses a placeholder that the live schema does not tell", async () => {
  const tenant = await recording();
  const rules = [{ id: "{{rule:Other}}", name: "Other" }];
  const given = { stdin: input(JSON.stringify({ synchronizationRules: rules })) };
  const { code, stderr } = await tenant.runWith(given, "schema", "plan", "Quillnote", "-f", "-");
  expect(code).toBe(2);
  expect(stderr).toContain("does not tell {{rule:Other}}.");
  expect(stderr).toContain("synchronizationRules[0].id");
});

test("schema plan --canary has the service evaluate old and new expressions for users, and writes nothing", async () => {
  const tenant = await withAda({ mail: "ada@alderfinch.example" });
  const words = ["plan", "Quillnote", "-f", schemaFile("edited"), "--canary", "ada@alderfinch.example"];
  const { code, stdout } = await tenant.run("schema", ...words);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ada@alderfinch\.example +displayName +Ada L\. +Ada Lovelace$/m);
  expect(stdout).toMatch(
    /^ada@alderfinch\.example +emails\[type eq "work"\]\.value +ada@alderfinch\.example +\(no value\)$/m,
  );
  expect(tenant.sent.filter((line) => !line.startsWith("GET "))).toEqual(
    Array(3).fill(expect.stringMatching(/^POST .*\/schema\/parseExpression$/)),
  );
  const unknown = await tenant.run("schema", ...words.slice(0, -1), "nobody@alderfinch.example");
  expect(unknown).toMatchObject({ code: 5, stdout: "" });
});

test("schema plan refuses a --canary that names nobody, before anything is sent", async () => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run("schema", "plan", "Quillnote", "-f", schemaFile("edited"), "--canary", ",");
  expect(code).toBe(2);
  expect(stderr).toContain("--canary must be an id, or several with commas between them.");
  expect(tenant.sent).toEqual([]);
});

test("schema plan --canary says which attributes it does not read, and what the service says against an expression", async () => {
  const tenant = await recording();
  const grace = {
    ...{
      accountEnabled: true,
      displayName: "Grace",
      mailNickname: "grace",
      userPrincipalName: "grace@alderfinch.example",
    },
    passwordProfile: { password: "Correct-horse-1" },
  };
  await tenant.create("/users", grace);
  const text = await readFile(schemaFile("quillnote"), "utf8");
  const desired = text
    .replace('"expression":"[displayName]"', '"expression":"Join("')
    .replace('"expression":"[mail]"', '"expression":"[manager]"');
  const given = { stdin: input(desired) };
  const words = ["schema", "plan", "Quillnote", "-f", "-", "--canary", "grace@alderfinch.example", "--json", "canary"];
  const { code, stdout } = await tenant.runWith(given, ...words);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    canary: {
      results: [
        { attribute: "displayName", before: ["Grace"], after: { error: expect.any(String) } },
        { attribute: 'emails[type eq "work"].value', before: null, after: null },
      ],
      unread: ["manager"],
    },
  });
});

test.each([
  [{ parsingSucceeded: true, evaluationSucceeded: false, error: { message: "No date." } }, "error: No date."],
  [{ parsingSucceeded: true, evaluationSucceeded: false, error: null }, "error: cannot be evaluated for this user"],
  [{ parsingSucceeded: false, evaluationSucceeded: false, error: null }, "error: cannot be read"],
  // Half an answer is no value either.
  [{ parsingSucceeded: true, evaluationResult: ["Ada"] }, "error: cannot be evaluated for this user"],
  [{ evaluationSucceeded: true, evaluationResult: ["Ada"] }, "error: cannot be read"],
  [{ parsingSucceeded: true, evaluationSucceeded: true, evaluationResult: [] }, "(no value)"],
  [{ parsingSucceeded: true, evaluationSucceeded: true, evaluationResult: ["Ada", "A. L."] }, "Ada, A. L."],
])("schema plan --canary says what the service found: %j", async (answer, shown) => {
  const emulator = await sampleTenant();
  const fetch: typeof globalThis.fetch = async (target, init) => {
    const request = new Request(target, init);
    // The emulator has sent this back before, so the client wants it of every answer.
    const headers = { "client-request-id": request.headers.get("client-request-id") ?? "" };
    if (request.url.includes("/users/")) return Response.json({ id: "u", displayName: "Ada L." }, { headers });
    if (!request.url.endsWith("/parseExpression")) return emulator.fetch(request);
    const { expression } = (await request.json()) as { readonly expression: string };
    const before = { parsingSucceeded: true, evaluationSucceeded: true, evaluationResult: ["before"] };
    return Response.json(expression === "[displayName]" ? before : { evaluationResult: [], ...answer }, { headers });
  };
  const text = await readFile(schemaFile("quillnote"), "utf8");
  const stdin = input(text.replace('"expression":"[displayName]"', '"expression":"FormatDateTime([displayName])"'));
  const words = ["schema", "plan", "Quillnote", "-f", "-", "--canary", "ada"];
  const { code, stdout } = await runCli([...words, ...inProcess], { fetch, stdin });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^USER +ATTRIBUTE +NOW +PLANNED$/m);
  expect(stdout.trimEnd().split(/ {2,}/).slice(-2)).toEqual(["before", shown]);
});
