import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

// The files below do not exist, so the rules that need a type checker are off; everything else is the real configuration.
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: `${root}tooling/lint/eslint.config.mjs`,
  overrideConfig: [
    { files: ["**/*.ts"], ...tseslint.configs.disableTypeChecked },
    { files: ["**/*.ts"], languageOptions: { parserOptions: { projectService: false } } },
  ],
});

async function reported(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: root + file });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const rule = "graph-sync/arrows";
const importing = (specifier: string): string => `import "${specifier}";`;

describe("an import that points down is allowed", () => {
  test.each([
    ["packages/core/src/client/create-client.ts", "../wire/message.ts"],
    ["packages/core/test/client.test.ts", "@graph-sync/core/operations"],
    ["packages/core/test/client.test.ts", "vitest"],
    ["packages/transport-fetch/src/index.ts", "@graph-sync/core"],
    ["packages/transport-fetch/test/index.test.ts", "@graph-sync/testing"],
    ["packages/transport-node-http/src/index.ts", "node:http"],
    ["packages/transport-node-http/src/index.ts", "@graph-sync/core"],
    ["packages/plugin-cache/src/index.ts", "@graph-sync/core/operations"],
    ["packages/auth-device-code/src/index.ts", "@graph-sync/core"],
    ["packages/testing/src/index.ts", "node:http"],
    ["packages/testing/src/index.ts", "@graph-sync/core"],
    ["packages/schema/src/index.ts", "@graph-sync/expressions"],
    ["packages/schema/src/yaml.ts", "yaml"],
    ["packages/sdk/src/index.ts", "@graph-sync/core"],
    ["packages/sdk/src/index.ts", "@graph-sync/transport-fetch"],
    ["packages/sdk/src/index.ts", "@graph-sync/plugin-retry"],
    ["packages/emulator/src/index.ts", "@graph-sync/core/permissions"],
    ["packages/emulator/src/index.ts", "@graph-sync/expressions"],
    ["packages/emulator/src/index.ts", "@graph-sync/schema"],
    ["packages/emulator/src/index.ts", "node:crypto"],
    ["packages/emulator/src/index.ts", "hono"],
    ["apps/cli/src/main.ts", "@graph-sync/sdk"],
    ["apps/cli/src/main.ts", "commander"],
    ["apps/server/src/main.ts", "@graph-sync/emulator"],
    ["tooling/conformance/test/transports.test.ts", "@graph-sync/testing"],
    ["tooling/workspace/test/check.test.ts", "../../release/packages.mjs"],
  ])("%s imports %s", async (file, specifier) => {
    expect(await reported(file, importing(specifier))).toEqual([]);
  });
});

test("schema takes types from core, and nothing that runs", async () => {
  const file = "packages/schema/src/index.ts";
  expect(await reported(file, 'import type { Job } from "@graph-sync/core"; export type { Job };')).toEqual([]);
  expect(await reported(file, 'export type { Job } from "@graph-sync/core";')).toEqual([]);
  expect(await reported(file, 'export { getJob } from "@graph-sync/core";')).toEqual([rule]);
  expect(await reported(file, 'import { type Job } from "@graph-sync/core"; export type { Job };')).toEqual([rule]);
});

describe("an import that points up, sideways or inside is reported", () => {
  test.each([
    ["packages/core/src/index.ts", "@graph-sync/testing"],
    ["packages/core/src/index.ts", "@graph-sync/core"],
    ["packages/core/src/index.ts", "node:crypto"],
    ["packages/core/src/index.ts", "zod"],
    ["packages/core/test/index.test.ts", "@graph-sync/testing"],
    ["packages/transport-fetch/src/index.ts", "node:http"],
    ["packages/transport-fetch/src/index.ts", "@graph-sync/transport-node-http"],
    ["packages/transport-fetch/src/index.ts", "undici"],
    ["packages/transport-node-http/src/index.ts", "@graph-sync/plugin-cache"],
    ["packages/plugin-cache/src/index.ts", "@graph-sync/plugin-retry"],
    ["packages/plugin-cache/src/index.ts", "@graph-sync/sdk"],
    ["packages/plugin-cache/src/index.ts", "node:fs"],
    ["packages/auth-device-code/src/index.ts", "@graph-sync/transport-fetch"],
    ["packages/testing/src/index.ts", "@graph-sync/transport-fetch"],
    ["packages/testing/src/index.ts", "vitest"],
    ["packages/expressions/src/index.ts", "@graph-sync/core"],
    ["packages/expressions/src/index.ts", "@graph-sync/schema"],
    ["packages/schema/src/index.ts", "@graph-sync/core"],
    ["packages/schema/src/index.ts", "node:fs"],
    ["packages/sdk/src/index.ts", "@graph-sync/emulator"],
    ["packages/sdk/src/index.ts", "@graph-sync/transport-node-http"],
    ["packages/sdk/src/index.ts", "node:http"],
    ["packages/emulator/src/index.ts", "@graph-sync/sdk"],
    ["packages/emulator/src/index.ts", "@graph-sync/transport-fetch"],
    ["packages/emulator/src/index.ts", "@graph-sync/server"],
    ["apps/cli/src/main.ts", "@graph-sync/server"],
    ["apps/server/src/main.ts", "graph-sync"],
    ["tooling/bench/test/bench.test.ts", "@graph-sync/server"],
    ["apps/cli/src/main.ts", "@graph-sync/core/src/client/client.ts"],
    ["apps/cli/src/main.ts", "@graph-sync/core/dist"],
    ["packages/sdk/test/index.test.ts", "../../core/src/index.ts"],
    ["packages/plugin-cache/src/index.ts", "../../core/src/index.ts"],
    ["tooling/bench/test/bench.test.ts", "../../../packages/core/src/index.ts"],
  ])("%s imports %s", async (file, specifier) => {
    expect(await reported(file, importing(specifier))).toEqual([rule]);
  });

  test.each([
    ["a lazy import", 'export const load = (): Promise<unknown> => import("node:http");'],
    ["a re-export", 'export { request } from "node:http";'],
    ["a re-export of everything", 'export type * from "node:http";'],
    ["a type's import", 'export type Http = import("node:http").Agent;'],
    ["typeof a module", 'export type Http = typeof import("node:http");'],
  ])("%s is an import too", async (_name, code) => {
    expect(await reported("packages/core/src/client/create-client.ts", code)).toEqual([rule]);
  });
});

describe("the other rules of the house", () => {
  const file = "packages/plugin-cache/src/memory-store.ts";

  test.each([
    ["any", "export const value: any = 1;", "@typescript-eslint/no-explicit-any"],
    [
      "a non-null assertion",
      "export const first = (list: number[]): number => list[0]!;",
      "@typescript-eslint/no-non-null-assertion",
    ],
    ["an internal barrel", 'export * from "./entry.ts";', "no-restricted-syntax"],
    ["a default export", "export default 1;", "no-restricted-syntax"],
    ["the dice", "export const dice: number = Math.random();", "no-restricted-properties"],
    ["the system's clock", "export const now: number = Date.now();", "no-restricted-properties"],
    ["today", "export const now: Date = new Date();", "no-restricted-syntax"],
  ])("%s is reported in a package's source", async (_name, code, expected) => {
    expect(await reported(file, code)).toEqual([expected]);
  });

  test("the clock is not read in an entry either", async () => {
    const code = "export const now = (): number => Date.now();";
    expect(await reported("packages/plugin-cache/src/index.ts", code)).toEqual(["no-restricted-properties"]);
  });

  test("a comment cannot switch a rule off", async () => {
    const code = "// eslint-disable-next-line\nexport const now: number = Date.now();";
    expect(await reported(file, code)).toContain("no-restricted-properties");
  });

  test("the host is where the clock and the dice come in", async () => {
    const code = "export const now = (): number => Date.now() + Math.random();";
    expect(await reported("packages/core/src/pipeline/host.ts", code)).toEqual([]);
  });

  test("the entry of a package may pass on a module, and a type barrel is fine anywhere", async () => {
    expect(await reported("packages/plugin-cache/src/index.ts", 'export * from "./entry.ts";')).toEqual([]);
    expect(await reported(file, 'export type * from "./entry.ts";')).toEqual([]);
  });
});
