import { expect, test } from "vitest";
import { quillnote } from "../sample-tenant.ts";
import { recording } from "./recording.ts";

test("app find prints apps whose name begins so", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("app", "find", "Quill");
  expect(code).toBe(0);
  expect(stdout).toContain(quillnote.servicePrincipal);
  expect(stdout).not.toContain("Harborline");
  expect(tenant.sent).toEqual(["GET /v1.0/servicePrincipals"]);
});

test("app find ends with 5 where there is none, and a quote in the text is text", async () => {
  const tenant = await recording();
  expect((await tenant.run("app", "find", "O'Nobody")).code).toBe(5);
});
