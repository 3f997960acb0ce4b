import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCli } from "../run-cli.ts";
import { inProcess, quillnote, sampleTenant } from "../sample-tenant.ts";
import { recording } from "./recording.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const place = join("apps", quillnote.servicePrincipal, quillnote.jobId);

/** Every file below a folder, with its text. */
async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(paths.toSorted().map(async (path) => [path, await readFile(path, "utf8")] as const)),
  );
}

test("snapshot create keeps the jobs and schemas, no status, and not even asks for secrets", async () => {
  const tenant = await recording();
  const folder = join(await temporaryFolder(), "kept");
  const { code, stdout } = await tenant.run("snapshot", "create", folder);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Jobs kept in ${folder}: 2.\n` });
  expect((await readdir(folder)).toSorted()).toEqual(["apps", "snapshot.json"]);
  expect((await readdir(join(folder, place))).toSorted()).toEqual(["app.json", "job.json", "schema.json"]);
  const job = JSON.parse(await readFile(join(folder, place, "job.json"), "utf8")) as object;
  expect(job).toMatchObject({ id: quillnote.jobId, templateId: "scim", schedule: { state: "Active" } });
  expect(job).not.toHaveProperty("status");
  expect([...(await filesIn(folder)).values()].join("")).not.toMatch(/SecretToken|BaseAddress/);
  expect(tenant.sent.filter((line) => line.endsWith("/secrets"))).toEqual([]);
});

test("snapshot create gives the same files for the same tenant, though its jobs ran, and leaves other files alone", async () => {
  const tenant = await recording();
  const folder = await temporaryFolder();
  await writeFile(join(folder, "README.md"), "mine");
  await tenant.run("snapshot", "create", folder);
  const before = await filesIn(folder);
  await tenant.script("PATCH", `jobs/${quillnote.jobId}`, { status: { lastExecution: { state: "Failed" } } });
  await tenant.run("snapshot", "create", folder);
  expect(await filesIn(folder)).toEqual(before);
  expect(before.get(join(folder, "README.md"))).toBe("mine");
});

test("snapshot create forgets a job that is gone", async () => {
  const tenant = await recording();
  const folder = await temporaryFolder();
  await tenant.run("snapshot", "create", folder);
  await tenant.run("job", "delete", "Quillnote", "--yes");
  expect((await tenant.run("snapshot", "create", folder)).stdout).toContain(": 1.");
  expect(await readdir(join(folder, "apps"))).not.toContain(quillnote.servicePrincipal);
});

test("snapshot create keeps the old snapshot where a schema cannot be read", async () => {
  const tenant = await recording();
  const folder = await temporaryFolder();
  await tenant.run("snapshot", "create", folder);
  const before = await filesIn(folder);
  await tenant.run("job", "pause", "Quillnote");
  await tenant.script("POST", "faults", { path: `*/${quillnote.jobId}/schema`, status: 403 });
  expect((await tenant.run("snapshot", "create", folder)).code).toBe(4);
  expect(await filesIn(folder)).toEqual(before);
});

test("snapshot create does not touch an apps folder of somebody else", async () => {
  const tenant = await recording();
  const folder = await temporaryFolder();
  await mkdir(join(folder, "apps", "mine"), { recursive: true });
  const { code } = await tenant.run("snapshot", "create", folder);
  expect(code).toBe(2);
  expect(await readdir(join(folder, "apps"))).toEqual(["mine"]);
  expect(await readdir(folder)).toEqual(["apps"]);
});

test("snapshot create reads no tenant for a folder that cannot be one", async () => {
  const tenant = await recording();
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "");
  const { code, stderr } = await tenant.run("snapshot", "create", join(file, "below"));
  expect(code).toBe(1);
  expect(stderr).toContain("cannot be used: what stands above it is a file (ENOTDIR).");
  expect(tenant.sent).toEqual([]);
});

test("snapshot create names the job whose schema is none, and writes nothing", async () => {
  const emulator = await sampleTenant();
  const fetch: typeof globalThis.fetch = async (target, init) => {
    const request = new Request(target, init);
    const id = request.headers.get("client-request-id") ?? "";
    const isSchema = request.url.endsWith("/schema");
    return isSchema ? Response.json({}, { headers: { "client-request-id": id } }) : emulator.fetch(request);
  };
  const folder = await temporaryFolder();
  const { code, stderr } = await runCli(["snapshot", "create", folder, ...inProcess], { fetch });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^graph-sync: The schema of \w+, job \S+: The schema has neither .*\n {2}So the service answered/,
  );
  expect(await readdir(folder)).toEqual([]);
});
