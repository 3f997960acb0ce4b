import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { input } from "../run-cli.ts";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";
import { badToken, goodToken, scimTarget } from "./scim-target.ts";

const secrets = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/secrets`;
const job = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs/${quillnote.jobId}`;
const env = { GRAPH_SYNC_TOKEN: "any", NEW: goodToken, BAD: badToken };
const set = ["secret", "set", "Quillnote"] as const;

test("secret set replaces the whole set, keeps what is shown, and tries what is saved", async () => {
  const tenant = await recording({ fetch: scimTarget });
  const { code, stdout, stderr } = await tenant.runWith({ env }, ...set, "--secret", "SecretToken=env:NEW");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(
    "Quillnote: 1 value is saved, the others are as they were.\n" +
      `Job ${quillnote.jobId} reaches its target with the saved credentials.\n`,
  );
  expect(tenant.sent.slice(-2)).toEqual([`PUT /v1.0${secrets}`, `POST /v1.0${job}/validateCredentials`]);
  const [body, tried] = tenant.bodies;
  expect(body).toMatchObject({
    value: [
      { key: "BaseAddress", value: "https://api.quillnote.example/scim/v2" },
      { key: "SecretToken", value: goodToken },
      { key: "SyncNotificationSettings" },
      { key: "SyncAll", value: "false" },
    ],
  });
  expect(tried).toEqual({ useSavedCredentials: true });
});

test("secret set lists each masked key whose value is missing, and sends nothing", async () => {
  const tenant = await recording();
  const { code, stdout, stderr } = await tenant.runWith({ env }, ...set, "--secret", "Password=env:NEW");
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("these values are needed again: SecretToken.");
  expect(stderr).toContain("--secret SecretToken=env:NAME");
  expect(tenant.lastWrite()).toBeUndefined();
});

test("secret set says that it is saved where the target refuses it, and repeats no secret", async () => {
  const tenant = await recording({ fetch: scimTarget });
  const { code, stdout, stderr } = await tenant.runWith({ env }, ...set, "--secret", "SecretToken=env:BAD");
  expect(code).toBe(1);
  expect(stderr).toContain("It is saved, but job");
  expect(stderr).toContain("graph-sync secret check");
  expect(stdout + stderr).not.toContain(badToken);
});

test.each(["SecretToken=typed-in-the-open", "SecretToken=env:typed-in-the-open", "typed-in-the-open"])(
  "secret set refuses %s, and does not repeat it",
  async (word) => {
    const tenant = await recording();
    const { code, stdout, stderr } = await tenant.run(...set, "--secret", word);
    expect(code).toBe(2);
    expect(stderr).toContain("KEY=env:NAME");
    expect(stdout + stderr).not.toContain("typed-in-the-open");
    expect(tenant.sent).toEqual([]);
  },
);

test("secret set takes a value from a file and from stdin, without the line end", async () => {
  const folder = await mkdtemp(join(tmpdir(), "graph-sync-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "token");
  await writeFile(file, `${goodToken}\n`);
  for (const from of [`file:${file}`, "-"]) {
    const tenant = await recording({ fetch: scimTarget });
    const given = { env, stdin: input(goodToken, "\r\n") };
    const { code } = await tenant.runWith(given, ...set, "--secret", `SecretToken=${from}`);
    expect(code).toBe(0);
    expect(JSON.stringify(tenant.bodies[0])).toContain(`"SecretToken","value":"${goodToken}"`);
  }
});

test("secret set refuses to read two values from stdin, or one from a terminal", async () => {
  const tenant = await recording();
  expect((await tenant.run(...set, "--secret", "A=-", "--secret", "B=-")).stderr).toContain("for one value only");
  const stdin = Object.assign(input(goodToken), { isTTY: true });
  expect((await tenant.runWith({ stdin }, ...set, "--secret", "A=-")).stderr).toContain("stdin is a terminal");
  expect(tenant.sent).toEqual([]);
});

test("secret set --dry-run shows the keys of the request and no secret", async () => {
  const tenant = await recording();
  const words = [...set, "--dry-run", "--secret", "SecretToken=env:NEW"];
  const { code, stdout } = await tenant.runWith({ env }, ...words);
  expect(code).toBe(0);
  expect(stdout).toContain(`PUT http://127.0.0.1:8787/v1.0${secrets}`);
  expect(stdout).toContain('"key": "SecretToken"');
  expect(stdout).not.toContain(goodToken);
  expect(tenant.lastWrite()).toBeUndefined();
});

test("secret set before there is a job saves, and says that nothing was tried", async () => {
  const tenant = await recording();
  await tenant.run("job", "delete", "Quillnote", "--yes");
  const { code, stdout } = await tenant.runWith({ env }, ...set, "--secret", "SecretToken=env:NEW");
  expect(code).toBe(0);
  expect(stdout).toContain("There is no job yet");
  expect(tenant.lastWrite()).toBe(`PUT /v1.0${secrets}`);
});

test.each([
  ["nobody", 5, "Graph answered 404"],
  ["a/b", 2, "--job must be an id"],
])("secret set saves nothing where --job names no job: %s", async (jobId, code, said) => {
  const tenant = await recording({ fetch: scimTarget });
  const ended = await tenant.runWith({ env }, ...set, "--secret", "SecretToken=env:NEW", "--job", jobId);
  expect(ended).toMatchObject({ code, stdout: "" });
  expect(ended.stderr).toContain(said);
  expect(tenant.lastWrite()).toBeUndefined();
});
