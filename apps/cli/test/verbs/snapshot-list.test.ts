import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../run-cli.ts";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("snapshot list prints the jobs of a snapshot without a tenant", async () => {
  const tenant = await recording();
  const folder = await temporaryFolder();
  await tenant.run("snapshot", "create", folder);
  const asked = tenant.sent.length;
  const { code, stdout } = await runCli(["snapshot", "list", folder], { env: {} });
  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot("expected/snapshot-list.txt");
  expect(tenant.sent).toHaveLength(asked);
});

test("snapshot list refuses a folder that is no snapshot, and one that was edited into none", async () => {
  const tenant = await recording();
  const folder = await temporaryFolder();
  const none = await runCli(["snapshot", "list", folder], { env: {} });
  expect(none.code).toBe(2);
  expect(none.stderr).toContain(`graph-sync snapshot create ${folder} makes one.`);
  await tenant.run("snapshot", "create", folder);
  const schema = join(folder, "apps", quillnote.servicePrincipal, quillnote.jobId, "schema.json");
  await writeFile(schema, "{");
  const edited = await runCli(["snapshot", "list", folder], { env: {} });
  expect(edited.code).toBe(2);
  expect(edited.stderr).toContain(`${schema} is missing, or no longer what a snapshot has there`);
});
