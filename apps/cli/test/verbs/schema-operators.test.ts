import { expect, test } from "vitest";
import { recording } from "./recording.ts";

test("schema operators lists the operators of a template's filters", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("schema", "operators", "template:Quillnote/scim");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^OPERATOR +ARITY +OF SEVERAL VALUES +TYPES\n/);
  expect(stdout).toMatch(/^EQUALS +Binary /m);
  expect(tenant.sent.at(-1)).toMatch(/^GET .*\/templates\/scim\/schema\/filterOperators$/);
});
