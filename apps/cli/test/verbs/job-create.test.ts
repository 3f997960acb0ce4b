import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

const jobs = `/servicePrincipals/${quillnote.servicePrincipal}/synchronization/jobs`;

test("job create makes a job from the only template", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "create", "Quillnote", "--json", "id,schedule.state");
  expect(code).toBe(0);
  const made: unknown = JSON.parse(stdout);
  expect(made).toMatchObject({ "schedule.state": "Disabled" });
  expect(tenant.bodies).toEqual([{ templateId: "scim" }]);
  expect(tenant.lastWrite()).toBe(`POST /v1.0${jobs}`);
});
