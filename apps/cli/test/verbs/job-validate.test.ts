import { expect, test } from "vitest";
import { recording } from "./recording.ts";

test("job validate tries the saved credentials, and says why they do not work", async () => {
  const tenant = await recording();
  const { code, stdout, stderr } = await tenant.run("job", "validate", "Quillnote");
  // The sample tenant's targets are names that nobody has.
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("jobs.validateCredentials: Graph answered 400");
  expect(tenant.bodies).toEqual([{ useSavedCredentials: true }]);
});
