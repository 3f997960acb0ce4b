import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";
import { badToken, goodToken, scimTarget } from "./scim-target.ts";

const job = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs/${quillnote.jobId}`;
const env = { GRAPH_SYNC_TOKEN: "any", NEW: goodToken, BAD: badToken };

test("secret check tries the saved credentials, and ends with 1 where they do not work", async () => {
  const tenant = await recording({ fetch: scimTarget });
  const { code, stdout } = await tenant.run("secret", "check", "Quillnote");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(tenant.lastWrite()).toBe(`POST /v1.0${job}/validateCredentials`);
  expect(tenant.bodies).toEqual([{ useSavedCredentials: true }]);
});

test("secret check --secret tries a new value with the saved settings, and saves nothing", async () => {
  const tenant = await recording({ fetch: scimTarget });
  const { code, stdout } = await tenant.runWith(
    { env },
    "secret",
    "check",
    "Quillnote",
    "--secret",
    "SecretToken=env:NEW",
  );
  expect(code).toBe(0);
  expect(stdout).toBe(
    `Quillnote: job ${quillnote.jobId} reaches its target with these credentials, which are not saved.\n`,
  );
  expect(JSON.stringify(tenant.bodies)).toContain("api.quillnote.example");
  expect(tenant.sent.some((line) => line.startsWith("PUT"))).toBe(false);
});

test("secret check repeats no secret where it does not work", async () => {
  const tenant = await recording({ fetch: scimTarget });
  const ended = await tenant.runWith({ env }, "secret", "check", "Quillnote", "--secret", "SecretToken=env:BAD");
  expect(ended.code).toBe(1);
  expect(ended.stdout + ended.stderr).not.toContain(badToken);
});

test("secret check hides a secret that the service quotes", async () => {
  const tenant = await recording();
  const fetch: typeof globalThis.fetch = async (target, init) => {
    const request = new Request(target, init);
    if (request.method === "POST") {
      return Response.json({ error: { code: "Bad", message: `not ${badToken}` } }, { status: 400 });
    }
    const value = request.url.includes("/secrets") ? [] : [{ id: quillnote.jobId }];
    return Response.json({ id: quillnote.servicePrincipal, displayName: "Quillnote", value });
  };
  const words = ["secret", "check", quillnote.servicePrincipal, "--secret", "SecretToken=env:BAD"];
  const { stderr } = await tenant.runWith({ env, fetch }, ...words);
  expect(stderr).toContain("not [token]");
});
