import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

test("template list prints the templates of an app", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("template", "list", "Quillnote");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ID +FACTORY TAG +DEFAULT +DESCRIPTION\nscim +CustomSCIM/);
  expect(tenant.sent.at(-1)).toBe(
    `GET /v1.0/servicePrincipals/${quillnote.servicePrincipal}/synchronization/templates`,
  );
});
