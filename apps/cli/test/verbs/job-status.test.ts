import { expect, test } from "vitest";
import { recording } from "./recording.ts";

test("job status --exit-status ends with 0 for a job that runs", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "status", "Quillnote", "--exit-status");
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n {2}status +Active\n/);
  expect(tenant.sent.at(-1)).toMatch(/^GET .*\/jobs\/scim\./);
});

test("job status --exit-status ends with 1 for a job in quarantine, which it shows", async () => {
  const tenant = await recording();
  const { code, stdout } = await tenant.run("job", "status", "Harborline", "--exit-status", "--json");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    healthy: false,
    code: "Quarantine",
    quarantine: { reason: "EncounteredQuarantineException" },
  });
});
