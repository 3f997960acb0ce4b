import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const config = fileURLToPath(new URL("noisy/vitest.config.ts", import.meta.url));
const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));

interface Report {
  readonly testResults: readonly { readonly assertionResults: readonly Outcome[] }[];
}
interface Outcome {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

test("a warning, an error line or a rejection left behind fails the test that made it, and no other", () => {
  const run = spawnSync(process.execPath, [vitest, "run", "--config", config, "--reporter=json"], { encoding: "utf8" });
  // Vitest's own report: written by the JSON reporter of the version pinned in the catalog.
  const report = JSON.parse(run.stdout) as Report;
  const outcomes = report.testResults.flatMap((file) => file.assertionResults);

  expect(outcomes.map(({ title, status }) => [title, status])).toEqual([
    ["console.error", "failed"],
    ["console.warn", "failed"],
    ["rejection", "failed"],
    ["quiet", "passed"],
  ]);
  expect(outcomes.flatMap(({ failureMessages }) => failureMessages).join("\n")).toMatch(
    /console\.error: printed by error[^]*console\.warn: printed by warn[^]*unhandled rejection: Error: left behind/,
  );
  expect(run.status).toBe(1);
});
