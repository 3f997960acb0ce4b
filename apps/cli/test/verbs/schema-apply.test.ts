import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planned, schemaPath } from "./schema-change.ts";

const put = `PUT /v1.0${schemaPath}`;

test("schema apply --yes keeps what was there, sends the whole schema by PUT, and says so", async () => {
  const { tenant, folder, plan, run } = await planned();
  const before = await tenant.read(schemaPath);
  const { code, stdout, stderr } = await run("schema", "apply", plan, "--yes");
  expect(code).toBe(0);
  expect(stderr).toMatch(/^tenant {4}7d0c1be2-4f6a-4c0e-9a51-d2b8e3f04a96\n/);
  expect(stdout).toContain("the schema is replaced; the one before is kept as 20260506T070809000Z-");
  expect(tenant.lastWrite()).toBe(put);
  expect(await tenant.read(schemaPath)).toMatchObject({ version: "v1.1" });
  const [kept = ""] = (await readdir(join(folder, "state"), { recursive: true })).filter((path) =>
    path.endsWith(".json"),
  );
  const file = join(folder, "state", kept);
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual(before);
  if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
  const again = await run("schema", "plan", "Quillnote", "-f", join(import.meta.dirname, "schemas/edited.json"));
  expect(again.stdout).toContain("Nothing would change.");
});

test("schema apply refuses where the live schema was changed since the plan", async () => {
  const { tenant, plan, run } = await planned();
  expect((await run("schema", "apply", plan, "--yes")).code).toBe(0);
  const { code, stdout, stderr } = await run("schema", "apply", plan, "--yes");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("The live schema was changed since the plan was made; nothing was sent.");
  expect(tenant.sent.filter((line) => line === put)).toHaveLength(1);
});

test("schema apply refuses where the live schema was changed while a person was asked", async () => {
  const { tenant, plan, run, asked } = await planned();
  const { code, stderr } = await asked("y\n", ["schema", "apply", plan], () => run("schema", "apply", plan, "--yes"));
  expect(code).toBe(1);
  expect(stderr).toContain("changed while you were asked; nothing was sent");
  expect(tenant.sent.filter((line) => line === put)).toHaveLength(1);
});

test("schema apply asks at a terminal, needs --yes without one, and --dry-run neither asks nor keeps anything", async () => {
  const { tenant, folder, plan, run, asked } = await planned();
  expect((await run("schema", "apply", plan)).code).toBe(2);
  expect((await asked("n\n", ["schema", "apply", plan])).code).toBe(6);
  const { code, stdout } = await run("schema", "apply", plan, "--dry-run");
  expect(code).toBe(0);
  expect(stdout).toContain(`PUT http://127.0.0.1:8787/v1.0${schemaPath}`);
  expect(tenant.lastWrite()).toBeUndefined();
  expect(await readdir(folder)).toEqual(["plan.json"]);
});

test("schema apply refuses a file that is no plan, and a plan for another service", async () => {
  const { tenant, folder, plan, run } = await planned();
  const other = join(folder, "other.json");
  await writeFile(other, JSON.stringify({ graphSyncPlan: 2 }));
  expect((await run("schema", "apply", other, "--yes")).stderr).toContain("is no plan of this version of graph-sync.");
  await writeFile(other, (await readFile(plan, "utf8")).replace("127.0.0.1:8787", "127.0.0.1:9999"));
  const { code, stderr } = await run("schema", "apply", other, "--yes");
  expect(code).toBe(2);
  expect(stderr).toContain("is a plan for http://127.0.0.1:9999/v1.0, and not for http://127.0.0.1:8787/v1.0.");
  expect(tenant.lastWrite()).toBeUndefined();
});

test("schema apply needs a folder for what it replaces before it sends anything", async () => {
  const { tenant, plan } = await planned();
  const env = { GRAPH_SYNC_TOKEN: "any", XDG_STATE_HOME: "relative" };
  const { code, stderr } = await tenant.runWith({ env }, "schema", "apply", plan, "--yes");
  expect(code).toBe(2);
  expect(stderr).toContain("Set XDG_STATE_HOME");
  expect(tenant.lastWrite()).toBeUndefined();
});
