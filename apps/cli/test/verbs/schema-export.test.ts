import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { recording } from "./recording.ts";

test("schema export prints the schema of the only job", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("schema", "export", "Quillnote");
  expect(code).toBe(0);
  const read = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs/${quillnote.jobId}/schema`;
  expect(JSON.parse(stdout)).toEqual(await tenant.read(read));
  expect(tenant.sent.at(-1)).toBe(`GET /v1.0${read}`);
});

test("schema export writes YAML without anything of the tenant to a file of its owner's", async () => {
  const tenant = await recording();
  const file = join(await temporaryFolder(), "portable.yaml");
  const words = ["template:Quillnote/scim", "--portable", "--format", "yaml", "-o", file];
  const { code, stdout } = await tenant.run("schema", "export", ...words);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  const text = await readFile(file, "utf8");
  expect(text).toContain("graphSyncSchema: 1\n");
  expect(text).toContain("{{directory:Microsoft Entra ID}}");
  expect(text).not.toContain("5f1e0b7a-c3d8-4296-a0f4-8b62d915ce37");
  if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test.each(["template:Quillnote", "job:", "job:Quillnote/"])(
  "schema export refuses %s, which names none",
  async (word) => {
    const tenant = await recording();
    const { code, stderr } = await tenant.run("schema", "export", word);
    expect(code).toBe(2);
    expect(stderr).toContain("does not name a schema");
    expect(tenant.sent).toEqual([]);
  },
);
