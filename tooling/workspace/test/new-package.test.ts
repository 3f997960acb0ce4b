import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { check } from "../check.mjs";
import { newPackage } from "../new-package.mjs";
import { root } from "../packages.mjs";
import { type Copy, copyOfWorkspace } from "./copy.ts";

const names = ["plugin-audit-log", "transport-queue", "auth-managed-identity", "line-splitter"];

interface Report {
  readonly numTotalTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly title: string }[] }[];
}

let copy: Copy;
beforeEach(() => {
  copy = copyOfWorkspace();
});

describe("a new package", () => {
  test.each(names)("%s keeps every invariant of the workspace", (name) => {
    newPackage(name, copy.top);
    expect(check(copy.top)).toEqual([]);
  });

  test("is in both lists of what is published", () => {
    newPackage("plugin-audit-log", copy.top);
    for (const list of [".changeset/config.json", "tooling/release/public-packages.json"]) {
      expect(copy.read(list)).toContain('"@graph-sync/plugin-audit-log"');
    }
  });

  test("of each kind is formatted", () => {
    const files = names.flatMap((name) => newPackage(name, copy.top));
    const prettier = `${root}tooling/lint/node_modules/prettier/bin/prettier.cjs`;
    expect(run(prettier, "--list-different", ...new Set(files))).toEqual({ status: 0, output: "" });
  });

  test("of each kind compiles under the flags of the workspace with the example of its README, and its own test passes", () => {
    for (const name of names) newPackage(name, copy.top);
    symlinkSync(`${root}node_modules`, join(copy.top, "node_modules"));
    const sources = {
      "@graph-sync/core": `${root}packages/core/src/index.ts`,
      "@graph-sync/testing": `${root}packages/testing/src/index.ts`,
    };

    for (const name of names) {
      const [, example = ""] = /```ts\n([^]*?)```/.exec(copy.read(`packages/${name}/README.md`)) ?? [];
      expect(example).toContain(`from "@graph-sync/${name}"`);
      copy.write(`packages/${name}/test/readme.ts`, example);
    }
    const ours = names.map((name) => [`@graph-sync/${name}`, join(copy.top, `packages/${name}/src/index.ts`)] as const);
    copy.write(
      "tsconfig.json",
      JSON.stringify({
        extends: "./tooling/typescript/tests.json",
        compilerOptions: {
          isolatedDeclarations: true,
          declaration: true,
          paths: Object.fromEntries([...Object.entries(sources), ...ours].map(([name, file]) => [name, [file]])),
        },
        include: names.flatMap((name) => [`packages/${name}/src`, `packages/${name}/test`]),
      }),
    );
    expect(run("node_modules/typescript/bin/tsc", "-p", "tsconfig.json")).toEqual({ status: 0, output: "" });

    copy.write(
      "vitest.config.mjs",
      `export default {
        resolve: { alias: ${JSON.stringify(sources)} },
        test: { include: ["packages/*/test/*.test.ts"] },
      };`,
    );
    const { status, output } = run(
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=json",
      "--outputFile=report.json",
    );
    expect(status, output).toBe(0);
    // The JSON reporter of vitest writes what jest's does.
    const { numTotalTests, numPassedTests, testResults } = JSON.parse(copy.read("report.json")) as Report;
    expect(testResults).toHaveLength(names.length);
    expect(numPassedTests).toBe(numTotalTests);
    const titles = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ title }) => title));
    // A case of the plugin contract, one of the transport contract, and a test of each of the other two kinds.
    expect(titles).toEqual(
      expect.arrayContaining([
        "leaves a request as it was: it copies what it changes",
        "sends method, path, query and headers as they are",
        "is asked once by calls that start together, and the token goes with every request",
        "gives the lines of a text",
      ]),
    );
  }, 60_000);
});

describe("a name is refused", () => {
  test("where it is no folder name", () => {
    expect(() => newPackage("Plugin Audit", copy.top)).toThrow('"Plugin Audit" is no folder name: use kebab-case');
  });

  test("where the package is there already", () => {
    expect(() => newPackage("plugin-cache", copy.top)).toThrow("packages/plugin-cache is there already");
  });
});

function run(program: string, ...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const child = spawnSync(process.execPath, [resolve(copy.top, program), ...args], { cwd: copy.top, encoding: "utf8" });
  return { status: child.status, output: child.stdout + child.stderr };
}
