import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { output } from "../release/packed.mjs";

/** The runtimes that are not Node, one exact version each; all of them are on npm. */
export const versions = { bun: "1.4.5", deno: "2.9.6", workerd: "1.20261117.1" };

/**
 * Installs the runtimes with npm into a folder of their own, once, and gives the path of each program. They are a few hundred megabytes,
 * so they are no dependency of the workspace.
 */
export function installed(folder) {
  mkdirSync(folder, { recursive: true });
  const bin = (name) => join(folder, "node_modules/.bin", name);
  const there = Object.entries(versions).every(
    ([name, version]) => existsSync(bin(name)) && versionIn(folder, name) === version,
  );
  if (!there) {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
    const names = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
    output(folder, "npm", "install", "--no-audit", "--no-fund", "--save-exact", ...names);
  }
  return Object.fromEntries(Object.keys(versions).map((name) => [name, bin(name)]));
}

function versionIn(folder, name) {
  try {
    return createRequire(join(folder, "package.json"))(`${name}/package.json`).version;
  } catch {
    return undefined;
  }
}
