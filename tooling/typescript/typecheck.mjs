import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../workspace/packages.mjs";
import { typescript7 } from "./compilers.mjs";

/**
 * Checks every `tsconfig*.json` of the workspace, or those of the folders that are named: `pnpm typecheck [packages/core]`.
 *
 * TypeScript 7 does it, in a fifth of the time; what uses the compiler as a library (tsup, ESLint) has TypeScript 6, so both
 * accept this code.
 */
const named = process.argv.slice(2);
const folders = named.length === 0 ? ["packages", "apps", "tooling"] : named;
const projects = folders.flatMap((folder) => projectsBelow(join(root, folder)));
if (projects.length === 0) throw new Error(`There is no tsconfig.json below ${folders.join(", ")}.`);

const failed = projects.filter((project) => {
  const { status } = spawnSync(process.execPath, [typescript7, "--noEmit", "-p", project], {
    stdio: "inherit",
    cwd: root,
  });
  return status !== 0;
});
for (const project of failed) console.error(`${relative(root, project)} does not check.`);
if (failed.length > 0) process.exitCode = 1;
else console.log(`${projects.length} projects check.`);

/** A folder's own projects, then those of the folders in it. */
function projectsBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const own = entries.filter((entry) => entry.isFile() && /^tsconfig.*\.json$/.test(entry.name));
  const inner = entries.filter((entry) => entry.isDirectory() && !/^(node_modules|dist|\..*)$/.test(entry.name));
  return [
    ...own.map(({ name }) => join(folder, name)),
    ...inner.flatMap(({ name }) => projectsBelow(join(folder, name))),
  ];
}
