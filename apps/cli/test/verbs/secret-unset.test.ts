import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";
import { goodToken, scimTarget } from "./scim-target.ts";

const secrets = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/secrets`;
const env = { GRAPH_SYNC_TOKEN: "any", NEW: goodToken };
const token = ["--secret", "SecretToken=env:NEW"] as const;

test.each(["SyncAll", "SyncNotificationSettings"])("secret unset removes %s and keeps the others", async (key) => {
  const tenant = await recording({ fetch: scimTarget });
  const { code, stdout } = await tenant.runWith({ env }, "secret", "unset", "Quillnote", key, "--yes", ...token);
  expect(code).toBe(0);
  expect(stdout).toContain(`Quillnote: ${key} is removed.\n`);
  const read = JSON.stringify(await tenant.read(secrets));
  expect(read).not.toContain(key);
  expect(read).toContain("BaseAddress");
  expect(tenant.sent).toContain(`PUT /v1.0${secrets}`);
});

test("secret unset of a secret needs no value of it", async () => {
  const tenant = await recording();
  const { stderr } = await tenant.run("secret", "unset", "Quillnote", "SecretToken", "--yes");
  expect(tenant.sent).toContain(`PUT /v1.0${secrets}`);
  expect(JSON.stringify(await tenant.read(secrets))).not.toContain("SecretToken");
  expect(stderr).toContain("It is saved, but");
});

test("secret unset sends nothing for an unknown key, without a needed value, or where nobody can be asked", async () => {
  const tenant = await recording();
  const unknown = await tenant.runWith({ env }, "secret", "unset", "Quillnote", "Pasword", "--yes", ...token);
  expect(unknown.code).toBe(5);
  expect(unknown.stderr).toContain("Its keys are: BaseAddress, SecretToken");
  expect((await tenant.run("secret", "unset", "Quillnote", "SyncAll", "--yes")).code).toBe(2);
  expect((await tenant.runWith({ env }, "secret", "unset", "Quillnote", "SyncAll", ...token)).code).toBe(2);
  expect(tenant.lastWrite()).toBeUndefined();
});
