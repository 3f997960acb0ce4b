import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { canaryScan } from "@graph-sync/testing/canaries";
import { expect, test } from "vitest";

const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));

interface Report {
  readonly testResults: readonly { readonly assertionResults: readonly Outcome[] }[];
}
interface Outcome {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/** Runs a suite of its own that is meant to fail. */
function outcomesOf(suite: string): { readonly outcomes: readonly Outcome[]; readonly status: number | null } {
  const config = fileURLToPath(new URL(`${suite}/vitest.config.ts`, import.meta.url));
  const run = spawnSync(process.execPath, [vitest, "run", "--config", config, "--reporter=json"], { encoding: "utf8" });
  // What a suite prints itself stands before the report.
  const text = run.stdout.slice(run.stdout.indexOf('{"numTotalTestSuites"'));
  // Vitest's own report: written by the JSON reporter of the version pinned in the catalog.
  const report = JSON.parse(text) as Report;
  return { outcomes: report.testResults.flatMap((file) => file.assertionResults), status: run.status };
}

test("a warning, an error line or a rejection left behind fails the test that made it, and no other", () => {
  const { outcomes, status } = outcomesOf("noisy");
  expect(outcomes.map(({ title, status }) => [title, status])).toEqual([
    ["console.error", "failed"],
    ["console.warn", "failed"],
    ["rejection", "failed"],
    ["quiet", "passed"],
  ]);
  expect(outcomes.flatMap(({ failureMessages }) => failureMessages).join("\n")).toMatch(
    /console\.error: printed by error[^]*console\.warn: printed by warn[^]*unhandled rejection: Error: left behind/,
  );
  expect(status).toBe(1);
});

test("a failing test that shows a secret says so: in its error, its cause, what it expected, what it printed, its noise", () => {
  const { outcomes } = outcomesOf("leaky");
  const found = outcomes.map(({ title, status, failureMessages }) => {
    const scans = failureMessages.flatMap((message) => /A secret is shown: the (\w+) canary/.exec(message)?.[1] ?? []);
    return [title, status, ...scans];
  });
  expect(found).toEqual([
    ["in a message", "failed", "token"],
    ["in a cause", "failed", "secretToken"],
    ["in what was expected", "failed", "token"],
    ["in what was printed", "failed", "pem"],
    ["in noise", "failed", "clientSecret"],
    ["nowhere", "failed"],
  ]);
  // The scan itself repeats nothing.
  const scans = outcomes.flatMap(({ failureMessages }) =>
    failureMessages.filter((text) => text.includes("A secret is shown")),
  );
  expect(() => canaryScan(...scans)).not.toThrow();
});
