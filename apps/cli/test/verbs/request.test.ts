import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { input } from "../run-cli.ts";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const jobs = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs`;

test.each([`${jobs}?$select=id`, `/v1.0${jobs}?$select=id`, `http://127.0.0.1:8787/v1.0${jobs}?$select=id`])(
  "request GET %s prints the answer",
  async (path) => {
    const tenant = await recording();
    const { code, stdout } = await tenant.run("request", "get", path);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ value: [{ id: quillnote.jobId }] });
    expect(tenant.sent).toEqual([`GET /v1.0${jobs}`]);
  },
);

test("request encodes blanks, as people write filters with them", async () => {
  const tenant = await recording();
  const { stdout } = await tenant.run("request", "GET", "/servicePrincipals?$filter=displayName eq 'Quillnote'");
  expect(JSON.parse(stdout)).toMatchObject({ value: [{ id: quillnote.servicePrincipal }] });
});

test("request sends a body from a file or from stdin, and a write but once", async () => {
  const tenant = await recording();
  const file = join(await temporaryFolder(), "body.json");
  await writeFile(file, '{"criteria":{"resetScope":"Escrows"}}');
  const restart = ["request", "POST", `${jobs}/${quillnote.jobId}/restart`];
  expect(await tenant.run(...restart, "-d", `@${file}`)).toEqual({ code: 0, stdout: "", stderr: "" });
  const stdin = input('{"criteria":', '{"resetScope":"Watermark"}}');
  expect((await tenant.runWith({ stdin }, ...restart, "-d", "@-")).code).toBe(0);
  expect(tenant.bodies).toEqual([{ criteria: { resetScope: "Escrows" } }, { criteria: { resetScope: "Watermark" } }]);
  await tenant.script("POST", "faults", { path: "*/restart", status: 503 });
  expect((await tenant.run(...restart, "-d", `@${file}`)).code).toBe(1);
  expect(tenant.sent).toHaveLength(3);
});

test.each([
  ["another host", ["GET", "https://evil.example/v1.0/me"]],
  ["another host without its scheme", ["GET", "//evil.example/v1.0/me"]],
  ["a place of the service that is not the API", ["GET", "http://127.0.0.1:8787/_emulator/requests"]],
  ["a host that begins like the service", ["GET", "http://127.0.0.1:87879/v1.0/me"]],
  ["a way out of the version", ["GET", "/v1.0/../_emulator/requests"]],
  ["an encoded way out of the version", ["GET", "/%2e%2e/_emulator/requests"]],
  ["the other version", ["GET", "/beta/me"]],
  ["a method that is none", ["TRACE", "/me"]],
  ["a GET with a body", ["GET", "/me", "-d", "@-"]],
  ["a file that is not there", ["POST", "/me", "-d", "@/none/such.json"]],
  ["a DELETE that nobody can be asked about", ["DELETE", "/me"]],
])("request refuses %s", async (_, words) => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("request", ...words);
  expect({ code, stdout, sent: tenant.sent }).toEqual({ code: 2, stdout: "", sent: [] });
});

test.each([
  ["on the command line", '{"password":"hunter2-secret"}', ""],
  ["that is no JSON", "@-", '{"password":"hunter2-secret"'],
])("request refuses a body %s, and does not repeat it", async (_, data, stdin) => {
  const tenant = await recording();
  const { code, stderr } = await tenant.runWith({ stdin: input(stdin) }, "request", "POST", "/me", "-d", data);
  expect(code).toBe(2);
  expect(stderr).not.toContain("hunter2");
  expect(tenant.sent).toEqual([]);
});

test("request --dry-run prints where it would go, and nothing of the body", async () => {
  const tenant = await recording();
  const stdin = input('{"password":"hunter2-secret"}');
  const { code, stdout } = await tenant.runWith({ stdin }, "request", "POST", "/me", "-d", "@-", "--dry-run");
  expect(code).toBe(0);
  expect(stdout).toMatch(/POST http:\/\/127\.0\.0\.1:8787\/v1\.0\/me\n\(a body of 29 characters, not shown\)\n$/);
  expect(tenant.sent).toEqual([]);
});
