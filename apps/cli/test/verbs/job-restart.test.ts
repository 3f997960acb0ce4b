import { expect, test } from "vitest";
import { recording } from "./recording.ts";

test.each([
  ["failures", [{ criteria: { resetScope: "Escrows" } }]],
  ["reevaluate", [{ criteria: { resetScope: "Watermark" } }]],
  ["quarantine", [{ criteria: { resetScope: "QuarantineState" } }]],
  ["portal", []],
  ["force-deletes", [{ criteria: { resetScope: "ForceDeletes" } }]],
])("job restart --scope %s", async (scope, bodies) => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "restart", "Quillnote", "--scope", scope);
  expect(code).toBe(0);
  expect(stdout).toContain(`is restarted (${scope}).\n`);
  expect(tenant.lastWrite()).toMatch(/\/restart$/);
  expect(tenant.bodies).toEqual(bodies);
});

test("job restart --explain says what each scope clears, and sends nothing", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "restart", "--explain");
  expect(code).toBe(0);
  expect(stdout.trim().split("\n")).toHaveLength(6);
  expect(tenant.sent).toEqual([]);
});
