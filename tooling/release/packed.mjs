import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { published, readJson, root } from "../workspace/packages.mjs";

/** Runs a check with a temporary folder outside the workspace; what it throws is printed, and the program fails. */
export async function inFolder(check) {
  const folder = mkdtempSync(join(tmpdir(), "graph-sync-release-"));
  try {
    await check(folder);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program to its end and gives what it printed; a failure shows all of that. */
export function output(folder, command, ...args) {
  const child = spawnSync(command, args, { cwd: folder, encoding: "utf8", env: clean, timeout: 300_000 });
  if (child.status === 0) return child.stdout;
  const reason = child.error?.message ?? `exit ${child.status ?? child.signal}`;
  throw new Error(`${[command, ...args].join(" ")} (${reason}), in ${folder}:\n${child.stdout}${child.stderr}`);
}

/** npm and pnpm pass their settings to their children, and what runs here is neither's child. */
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm|pnpm)_/i.test(name)));

/** Packs every public package into `folder` and unpacks it there, to be looked at as its users get it. */
export function packAll(folder) {
  return published().map(({ folder: place, manifest }) => {
    const name = manifest.name.replace("@", "").replace("/", "-");
    const tarball = join(folder, `${name}-${manifest.version}.tgz`);
    output(join(root, place), "pnpm", "pack", "--pack-destination", folder);
    const content = join(folder, name);
    mkdirSync(content);
    output(content, "tar", "-xzf", tarball, "--strip-components=1");
    return { place, tarball, content, manifest: readJson(join(content, "package.json")) };
  });
}
