import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";
import { goodToken, scimTarget } from "./scim-target.ts";

const secrets = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/secrets`;
const env = { GRAPH_SYNC_TOKEN: "any", NEW: goodToken };
const token = ["--secret", "SecretToken=env:NEW"] as const;
const set = ["settings", "set", "Quillnote"] as const;

test("settings set changes what was said and keeps all else, then tries the credentials", async () => {
  const tenant = await recording({ fetch: scimTarget });
  const words = ["--scope", "all", "--delete-threshold", "50", "--out-of-scope", "keep"];
  const { code, stdout } = await tenant.runWith({ env }, ...set, ...words, ...token);
  expect(code).toBe(0);
  expect(stdout).toContain("reaches its target with the saved credentials");
  expect(tenant.sent).toContain(`PUT /v1.0${secrets}`);
  const read = await tenant.run("settings", "get", "Quillnote", "--json");
  expect(JSON.parse(read.stdout)).toEqual({
    scope: "all",
    notify: { enabled: true, recipients: "it@alderfinch.example" },
    deleteThreshold: { enabled: true, value: 50 },
    skipOutOfScopeDeletions: true,
  });
});

test("settings set --no-notify keeps the address", async () => {
  const tenant = await recording({ fetch: scimTarget });
  await tenant.runWith({ env }, ...set, "--no-notify", "--no-delete-threshold", ...token);
  const read = await tenant.run("settings", "get", "Quillnote", "--json", "notify,deleteThreshold.enabled");
  expect(JSON.parse(read.stdout)).toEqual({
    notify: { enabled: false, recipients: "it@alderfinch.example" },
    "deleteThreshold.enabled": false,
  });
});

test.each([
  [["--scope", "all"], "these values are needed again: SecretToken."],
  [["--notify", "nobody"], "--notify takes a mail address."],
  [["--delete-threshold", "0"], "--delete-threshold takes a whole number above 0."],
  [[], "There is nothing to change."],
])("settings set %j sends nothing and says why", async (words, sentence) => {
  const tenant = await recording();
  const { code, stderr } = await tenant.run(...set, ...words);
  expect(code).toBe(2);
  expect(stderr).toContain(sentence);
  expect(tenant.lastWrite()).toBeUndefined();
});
