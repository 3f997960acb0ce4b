import { expect, test } from "vitest";
import { planned } from "./schema-change.ts";

test("schema history lists what schema apply has replaced", async () => {
  const { tenant, plan, run } = await planned();
  expect((await run("schema", "history", "Quillnote")).stdout).toBe("(none)\n");
  await run("schema", "apply", plan, "--yes");
  const { code, stdout } = await run("schema", "history", "Quillnote");
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^SNAPSHOT +KEPT +VERSION\n20260506T070809000Z-[0-9a-f]{8} +2026-05-06 07:08 UTC \(now\) +v1\.0\n$/,
  );
  expect((await run("schema", "history", "Harborline")).stdout).toBe("(none)\n");
  expect(tenant.sent.at(-1)).toMatch(/^GET /);
});
