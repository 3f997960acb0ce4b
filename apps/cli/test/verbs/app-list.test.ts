import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

test("app list prints the apps of the tenant by name", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("app", "list");
  expect(code).toBe(0);
  const names = stdout
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("  ")[0]);
  expect(names).toEqual(names.toSorted());
  expect(stdout).toContain(`Quillnote`);
  expect(stdout).toContain(quillnote.servicePrincipal);
  expect(tenant.sent).toEqual(["GET /v1.0/servicePrincipals"]);
});

test("app list --provisioned keeps those with jobs, asked in a batch", async () => {
  const tenant = await recording();
  const { stdout } = await tenant.run("app", "list", "--provisioned", "--json", "displayName");
  expect(JSON.parse(stdout)).toContainEqual({ displayName: "Quillnote" });
  expect(tenant.sent).toEqual(["GET /v1.0/servicePrincipals", "POST /v1.0/$batch"]);
});

test("app list --provisioned says which app could not be asked", async () => {
  const tenant = await recording();
  const path = `*/${quillnote.servicePrincipal}/synchronization/jobs`;
  await tenant.script("POST", "faults", { path, status: 403, times: 9 });
  const { code, stderr } = await tenant.run("app", "list", "--provisioned");
  expect(code).toBe(1);
  expect(stderr).toContain("The jobs of an app could not be read: Quillnote.");
});
