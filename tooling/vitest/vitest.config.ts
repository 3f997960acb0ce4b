import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** One configuration for every test of the workspace; a folder with a `test` folder in it is a project. */
const root = fileURLToPath(new URL("../../", import.meta.url));
const setup = fileURLToPath(new URL("setup.ts", import.meta.url));

// Tests read the packages' sources, never a build. Vite asks for the condition in two places, and naming any drops its own.
const source = "@graph-sync/source";
const resolve = { conditions: [source, ...defaultClientConditions] };
// `module` is a bundler's: what it leads to need not run on Node, on which these tests do.
const serverConditions = defaultServerConditions.filter((condition) => condition !== "module");
const ssr = { resolve: { conditions: [source, ...serverConditions] } };

const project = (folder: string): TestProjectInlineConfiguration => ({
  resolve,
  ssr,
  test: {
    name: folder,
    // Absolute: a relative root would be read from where vitest was started.
    root: root + folder,
    include: ["test/**/*.test.ts"],
    setupFiles: [setup],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});

const folders = ["packages", "apps", "tooling"]
  .flatMap((group) => readdirSync(root + group).map((name) => `${group}/${name}`))
  .filter((folder) => existsSync(`${root}${folder}/test`));

export default defineConfig({ root, test: { projects: folders.map(project) } });
