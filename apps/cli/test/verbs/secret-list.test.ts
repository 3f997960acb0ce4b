import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const secrets = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/secrets`;

test("secret list shows settings, and of secrets that they are set", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("secret", "list", "Quillnote");
  expect(code).toBe(0);
  expect(tenant.sent.at(-1)).toBe(`GET /v1.0${secrets}`);
  expect(stdout).toMatch(/^KEY {2,}VALUE$/m);
  expect(stdout).toMatch(/^BaseAddress {2,}https:\/\/api\.quillnote\.example\/scim\/v2$/m);
  expect(stdout).toMatch(/^SecretToken {2,}\(set, hidden\)$/m);
});

test("secret list --json has null for a secret", async () => {
  const tenant = await recording();
  const { stdout } = await tenant.run("secret", "list", "Quillnote", "--json");
  expect(JSON.parse(stdout)).toContainEqual({ key: "SecretToken", value: null, hidden: true });
  expect(JSON.parse(stdout)).toContainEqual({ key: "SyncAll", value: "false", hidden: false });
});

test("secret list hides a password that the service forgot to mask", async () => {
  const tenant = await recording();
  const value = [{ key: "Password", value: "plain-for-all" }];
  const fetch: typeof globalThis.fetch = async (target) =>
    Response.json(new Request(target).url.endsWith("/secrets") ? { value } : { id: "x", displayName: "Y" });
  const { stdout } = await tenant.runWith({ fetch }, "secret", "list", quillnote.servicePrincipal);
  expect(stdout).toContain("Password");
  expect(stdout).not.toContain("plain-for-all");
});
