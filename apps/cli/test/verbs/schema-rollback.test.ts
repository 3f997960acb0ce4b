import { expect, test } from "vitest";
import { planned, schemaPath } from "./schema-change.ts";

test("schema rollback puts the schema back that was replaced, and can be taken back itself", async () => {
  const { tenant, plan, run } = await planned();
  const { stdout: first } = await run("schema", "export", "Quillnote");
  await run("schema", "apply", plan, "--yes");
  const { code, stdout, stderr } = await run("schema", "rollback", "Quillnote", "--yes");
  expect(code).toBe(0);
  expect(stderr).toContain('displayName: source Join(" ", [givenName], [surname]) → [displayName]\n');
  expect(stdout).toContain("the schema is replaced; the one before is kept as ");
  expect(tenant.lastWrite()).toBe(`PUT /v1.0${schemaPath}`);
  const { stdout: last } = await run("schema", "export", "Quillnote");
  expect(last).toBe(first.replace('"version": "v1.0"', '"version": "v1.2"'));
  const snapshots: unknown = JSON.parse((await run("schema", "history", "Quillnote", "--json", "version")).stdout);
  expect(snapshots).toHaveLength(2);
});

test("schema rollback asks first, and sends nothing with --dry-run or for a snapshot that is not there", async () => {
  const { tenant, plan, run, asked } = await planned();
  expect((await run("schema", "rollback", "Quillnote", "--yes")).code).toBe(5);
  await run("schema", "apply", plan, "--yes");
  expect((await asked("n\n", ["schema", "rollback", "Quillnote"])).code).toBe(6);
  expect((await run("schema", "rollback", "Quillnote")).code).toBe(2);
  expect((await run("schema", "rollback", "Quillnote", "../../secret", "--yes")).code).toBe(5);
  expect((await run("schema", "rollback", "Quillnote", "--dry-run")).stdout).toContain(`/v1.0${schemaPath}`);
  expect(tenant.sent.filter((line) => line.startsWith("PUT "))).toHaveLength(1);
});
