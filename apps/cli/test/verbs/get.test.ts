import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const root = `/v1.0/servicePrincipals/${quillnote.servicePrincipal}`;

test.each(["Quillnote", "quillnote", quillnote.servicePrincipal, quillnote.appId, quillnote.application])(
  "get finds the app by %s",
  async (word) => {
    const tenant = await recording();
    const { code, stdout, stderr } = await tenant.run("get", word);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`Synchronization of service principal ${quillnote.servicePrincipal}\n`);
    expect(tenant.sent.at(-1)).toBe(`GET ${root}/synchronization`);
  },
);

test("get refuses a name that nobody has", async () => {
  const tenant = await recording();
  const { code, stdout, stderr } = await tenant.run("get", "Nobody's app");
  expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
  expect(stderr).toContain("There is no app Nobody's app");
  expect(tenant.sent).toEqual(["GET /v1.0/servicePrincipals"]);
});
