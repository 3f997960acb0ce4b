import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

test("settings get shows scope, mail, threshold and what happens to who leaves", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("settings", "get", "Quillnote");
  expect(code).toBe(0);
  expect(stdout).toMatch(/sync scope +only users and groups assigned to the app/);
  expect(stdout).toMatch(/notification mail +it@alderfinch\.example/);
  expect(stdout).toMatch(/who leaves the scope +is deprovisioned/);
  expect(tenant.sent.at(-1)).toBe(`GET /v1.0/servicePrincipals/${quillnote.servicePrincipal}/synchronization/secrets`);
});

test("settings get --json has null for what the service does not say", async () => {
  const tenant = await recording();
  const { stdout } = await tenant.run("settings", "get", "Harborline", "--json", "scope,skipOutOfScopeDeletions");
  expect(JSON.parse(stdout)).toEqual({ scope: "all", skipOutOfScopeDeletions: null });
});
