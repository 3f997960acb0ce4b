import { expect, test } from "vitest";
import { recording } from "./recording.ts";

test("schema functions lists functions with their arguments", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("schema", "functions", "Quillnote");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^FUNCTION +ARGUMENTS\n/);
  expect(stdout).toMatch(/^Join +separator, source…$/m);
  expect(tenant.sent.at(-1)).toMatch(/^GET .*\/schema\/functions$/);
});
