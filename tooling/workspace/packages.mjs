import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top of this workspace, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * What the scripts read of a package.json.
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} version
 * @property {boolean} [private]
 * @property {Readonly<Record<string, string>>} [bin]
 * @property {Readonly<Record<string, string | Readonly<Record<string, string>>>>} [exports]
 */

/** @typedef {{ readonly folder: string, readonly manifest: Manifest }} WorkspacePackage */

export const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

/**
 * Every package of the workspace at `top`, as its folder (`packages/core`) and its package.json.
 * @returns {readonly WorkspacePackage[]}
 */
export function packages(top = root) {
  return ["packages", "apps", "tooling"].flatMap((group) =>
    readdirSync(join(top, group))
      .map((name) => `${group}/${name}`)
      .filter((folder) => existsSync(join(top, folder, "package.json")))
      .map((folder) => ({ folder, manifest: readJson(join(top, folder, "package.json")) })),
  );
}

/**
 * The packages that are published.
 * @returns {readonly WorkspacePackage[]}
 */
export const published = (top = root) => packages(top).filter(({ manifest }) => manifest.private !== true);

/** The condition under which a package's `exports` name its source; it never leaves this workspace. */
export const source = "@graph-sync/source";

/** `exports` as it is published: without the source condition, so `types` comes first. */
export function publishedExports(exports) {
  return Object.fromEntries(
    Object.entries(exports).map(([entry, target]) => {
      if (typeof target === "string") return [entry, target];
      const { [source]: _ours, ...rest } = target;
      return [entry, rest];
    }),
  );
}
