import { expect, test } from "vitest";
import { recording } from "./recording.ts";

test("filter list says where every object is in scope", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("filter", "list", "Quillnote");
  expect(code).toBe(0);
  expect(tenant.sent.at(-1)).toMatch(/^GET .*\/schema$/);
  expect(stdout).toMatch(/^User +\(none\) +every object is in scope$/m);
  const { stdout: text } = await tenant.run("filter", "list", "Quillnote", "--object", "User", "--json");
  expect(JSON.parse(text)).toEqual([{ object: "User", scope: null }]);
});
