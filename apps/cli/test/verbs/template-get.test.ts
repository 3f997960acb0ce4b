import { expect, test } from "vitest";
import { recording } from "./recording.ts";

test("template get prints one template", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("template", "get", "Quillnote", "scim");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Template scim\n {2}factory tag +CustomSCIM\n/);
});

test("template get ends with 5 for a template that is not there", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("template", "get", "Quillnote", "aws");
  expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
  expect(tenant.sent.at(-1)).toMatch(/\/templates\/aws$/);
});
