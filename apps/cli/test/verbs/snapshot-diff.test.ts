import { cp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../run-cli.ts";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("snapshot diff shows what has changed in the tenant since", async () => {
  const tenant = await recording();
  const folder = await temporaryFolder();
  await tenant.run("snapshot", "create", folder);
  const same = await tenant.run("snapshot", "diff", folder, "--exit-status");
  expect(same).toEqual({ code: 0, stdout: "No differences.\n", stderr: "" });
  await tenant.run("job", "pause", "Quillnote");
  const { code, stdout } = await tenant.run("snapshot", "diff", folder, "--exit-status");
  expect(code).toBe(1);
  expect(stdout).toMatch(
    new RegExp(`^~ Quillnote: job ${quillnote.jobId}\n {2}~ job schedule: .*"Active".* → .*"Paused".*\n$`),
  );
  await tenant.run("job", "delete", "Quillnote", "--yes");
  const gone = await tenant.run("snapshot", "diff", folder, "--json", "app,kind");
  expect(gone.code).toBe(0);
  expect(JSON.parse(gone.stdout)).toEqual([{ app: "Quillnote", kind: "removed" }]);
});

test("snapshot diff compares two snapshots without a tenant, mapping by mapping", async () => {
  const tenant = await recording();
  const folder = await temporaryFolder();
  const [before, after] = [join(folder, "before"), join(folder, "after")];
  await tenant.run("snapshot", "create", before);
  await cp(before, after, { recursive: true });
  const schema = join(after, "apps", quillnote.servicePrincipal, quillnote.jobId, "schema.json");
  const text = await readFile(schema, "utf8");
  const edited = text.replace('"targetAttributeName": "displayName"', '"targetAttributeName": "nickName"');
  expect(edited).not.toBe(text);
  await writeFile(schema, edited);
  const asked = tenant.sent.length;
  const { code, stdout } = await runCli(["snapshot", "diff", before, after], { env: {} });
  expect(code).toBe(0);
  expect(stdout).toContain(`~ Quillnote: job ${quillnote.jobId}\n`);
  expect(stdout).toMatch(/\n {2}\+ attribute mapping .*nickName/);
  expect(tenant.sent).toHaveLength(asked);
});

test("snapshot diff does not take a folder that it cannot read for an empty one", async () => {
  const tenant = await recording();
  const folder = await temporaryFolder();
  await tenant.run("snapshot", "create", folder);
  const apps = join(folder, "apps");
  await rm(apps, { recursive: true });
  // A link to itself: nobody can read it, root neither.
  await symlink(apps, apps);
  const { code, stderr } = await tenant.run("snapshot", "diff", folder);
  expect(code).toBe(1);
  expect(stderr).toContain("cannot be used: its links lead in a circle (ELOOP).");
});
