import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { resolve, ssr } from "./conditions.ts";
import { onEachStore } from "./stores.ts";

/** One configuration for every test of the workspace; a folder with a `test` folder in it is a project. */
const root = fileURLToPath(new URL("../../", import.meta.url));
const setup = fileURLToPath(new URL("setup.ts", import.meta.url));

const project = (folder: string): TestProjectInlineConfiguration => ({
  resolve,
  ssr,
  test: {
    name: folder,
    // Absolute: a relative root would be read from where vitest was started.
    root: root + folder,
    include: ["test/**/*.test.ts"],
    setupFiles: [setup],
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});

const folders = ["packages", "apps", "tooling"]
  .flatMap((group) => readdirSync(root + group).map((name) => `${group}/${name}`))
  .filter((folder) => existsSync(`${root}${folder}/test`));

// Vitest would leave a core to itself, which is half of a machine with two; its own work is little beside the tests'.
export default defineConfig({
  root,
  test: { maxWorkers: "100%", projects: folders.map(project).flatMap(onEachStore) },
});
