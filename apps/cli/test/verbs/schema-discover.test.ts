import { expect, test } from "vitest";
import { recording } from "./recording.ts";
import { toldTarget } from "./scim-target.ts";

test("schema discover takes what the target tells of into the schema, and prints it", async () => {
  const tenant = await recording({ fetch: toldTarget });
  const { code, stdout } = await tenant.run("schema", "discover", "Quillnote");
  expect(code).toBe(0);
  expect(stdout).toContain("Alder & Finch SCIM tells 1 change.\n+ attribute ");
  expect(stdout).toContain("badgeNumber");
  expect(tenant.lastWrite()).toMatch(/^POST .*\/directories\/d8a3c6f1-49b0-4e57-9d12-7c0fe5b3a864\/discover$/);
  expect((await tenant.run("schema", "discover", "Quillnote")).stdout).toContain("tells nothing new.\n");
});

test("schema discover refuses a directory that is not there, and --dry-run asks the target nothing", async () => {
  const tenant = await recording({ fetch: toldTarget });
  const unknown = await tenant.run("schema", "discover", "Quillnote", "--directory", "Workday");
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain("no directory Workday: it has Microsoft Entra ID, Alder & Finch SCIM.");
  expect((await tenant.run("schema", "discover", "Quillnote", "--dry-run")).stdout).toMatch(/\/discover$/m);
  expect(tenant.lastWrite()).toBeUndefined();
});
