import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { packages, publishedExports, readJson, root, source } from "./packages.mjs";

/**
 * The invariants of every package.json, checked on each install: `node tooling/workspace/check.mjs [workspace]`.
 * Returns one sentence for each fault, naming the file and what to write there.
 * @returns {readonly string[]}
 */
export function check(top = root) {
  const all = packages(top);
  const public_ = all.filter(({ folder }) => !folder.startsWith("tooling/"));
  return [
    ...all.flatMap((one) =>
      [...everyPackage(one), ...versionsOnce(one)].map((fault) => `${one.folder}/package.json: ${fault}`),
    ),
    ...public_.flatMap((one) =>
      [...identity(one), ...entries(one, top), ...contents(one, top), ...dependencies(one)].map(
        (fault) => `${one.folder}/package.json: ${fault}`,
      ),
    ),
    ...together(public_, top),
    ...catalog(top),
  ];
}

function* everyPackage({ folder, manifest }) {
  if (manifest.type !== "module") yield `set "type" to "module"; everything here is ESM.`;
  if (typeof manifest.license !== "string") yield `add "license": "MIT".`;
  const tooling = folder.startsWith("tooling/");
  if (tooling && manifest.private !== true) yield `set "private" to true; nothing in tooling/ is published.`;
  if (!tooling && manifest.private !== undefined)
    yield `remove "private"; what is in ${folder.split("/")[0]}/ is published.`;
}

function* identity({ folder, manifest }) {
  if (!(manifest.description?.length > 0)) yield `add a "description" of one line.`;
  if (manifest.sideEffects !== false) yield `set "sideEffects" to false, so that a bundler may drop what is not used.`;
  if (manifest.engines?.node !== ">=20.19") yield `set "engines.node" to ">=20.19".`;
  if (manifest.repository?.directory !== folder) yield `set "repository.directory" to "${folder}".`;
  if (manifest.publishConfig?.access !== "public") yield `set "publishConfig.access" to "public".`;
  const name = folder === "apps/cli" ? "graph-sync" : `@graph-sync/${basename(folder)}`;
  if (manifest.name !== name) yield `set "name" to "${name}", after the folder.`;
}

/** Source first for us, types first for everyone else. */
function* entries({ folder, manifest }, top) {
  const exports = manifest.exports ?? {};
  if (exports["./package.json"] !== "./package.json") yield `export "./package.json": "./package.json".`;
  if (exports["."] === undefined && manifest.bin === undefined)
    yield `export "." (a library) or name a "bin" (a program).`;
  for (const [entry, target] of Object.entries(exports)) {
    if (entry === "./package.json") continue;
    const ours = target[source];
    if (Object.keys(target).join() !== [source, "types", "default"].join()) {
      yield `give exports["${entry}"] the conditions "${source}", "types", "default", in this order.`;
    } else if (!/^\.\/src\/.+\.ts$/.test(ours) || !existsSync(join(top, folder, ours))) {
      yield `exports["${entry}"]["${source}"] is ${ours}, which is no source file; name one that exists.`;
    } else {
      const built = ours.replace("./src/", "./dist/").replace(/\.ts$/, "");
      if (target.types !== `${built}.d.ts`)
        yield `set exports["${entry}"].types to "${built}.d.ts", built from ${ours}.`;
      if (target.default !== `${built}.js`)
        yield `set exports["${entry}"].default to "${built}.js", built from ${ours}.`;
    }
  }
  const expected = JSON.stringify(publishedExports(exports));
  const actual = JSON.stringify(manifest.publishConfig?.exports ?? exports);
  if (actual !== expected) yield `set "publishConfig.exports" to ${expected}: "exports" without "${source}".`;
}

function* contents({ folder, manifest }, top) {
  const files = manifest.files ?? [];
  if (!files.includes("dist")) yield `list "dist" in "files"; without the list everything would be published.`;
  const extra = files.filter((file) => file !== "dist" && !existsSync(join(top, folder, file)));
  for (const file of extra) yield `remove "${file}" from "files"; it does not exist.`;
  if (!existsSync(join(top, folder, "README.md"))) yield `write ${folder}/README.md, which begins with an example.`;
  for (const [bin, file] of Object.entries(manifest.bin ?? {})) {
    if (!file.startsWith("dist/")) yield `point "bin.${bin}" into dist/, which is what is published.`;
  }
}

/** A plugin or transport shares the core of its user, so core is a peer; and it brings nothing else along, except for OAuth. */
function* dependencies({ folder, manifest }) {
  const { dependencies: runtime = {}, peerDependencies: peers = {}, devDependencies: dev = {} } = manifest;
  const part = /^packages\/(?:(?:transport|plugin|auth)-.+|testing)$/.test(folder);
  const core = "@graph-sync/core";
  if (part) {
    if (runtime[core] !== undefined) yield `move "${core}" from "dependencies" to "peerDependencies".`;
    if (!/^workspace:>=0\.\d+\.0 <1\.0\.0$/.test(peers[core] ?? "")) {
      yield `set "peerDependencies" of "${core}" to "workspace:>=0.N.0 <1.0.0", N being the oldest minor that works.`;
    }
    if (dev[core] !== "workspace:*") yield `set "devDependencies" of "${core}" to "workspace:*".`;
  }
  if (part || folder === "packages/core") {
    const own = /^packages\/auth-/.test(folder) ? ["oauth4webapi", "@graph-sync/auth-entra"] : [];
    const others = Object.keys(runtime).filter((name) => name !== core && !own.includes(name));
    if (others.length > 0) yield `remove ${others.join(", ")} from "dependencies"; this package has none.`;
  }
}

/** A version is written once, in the catalog of pnpm-workspace.yaml. */
function* versionsOnce({ manifest }) {
  for (const kind of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]) {
    for (const [name, range] of Object.entries(manifest[kind] ?? {})) {
      if (range === "catalog:" || range.startsWith("workspace:")) continue;
      // What its user brings may be of many versions: such a range is named in a catalog of its own.
      if (kind === "peerDependencies" && range === "catalog:peers") continue;
      yield `write ${kind} "${name}" as "catalog:" (or "workspace:…") instead of "${range}".`;
    }
  }
}

/** The published packages move as one: one version, one group in changesets. */
function* together(public_, top) {
  const version = public_.find(({ folder }) => folder === "packages/core")?.manifest.version;
  for (const { folder, manifest } of public_) {
    if (manifest.version !== version) yield `${folder}/package.json: set "version" to "${version}", as core has it.`;
  }
  const group = new Set(readJson(join(top, ".changeset/config.json")).fixed.flat());
  const names = public_.map(({ manifest }) => manifest.name);
  for (const name of names) if (!group.has(name)) yield `.changeset/config.json: add "${name}" to the "fixed" group.`;
  for (const name of group) {
    if (!names.includes(name))
      yield `.changeset/config.json: remove "${name}" from the "fixed" group; no package has that name.`;
  }
}

/** The catalog is a flat list, so it is read as lines and the check needs nothing installed. */
function* catalog(top) {
  const [, lines = ""] =
    /^catalog:\n((?: {2}.*\n)*)/m.exec(readFileSync(join(top, "pnpm-workspace.yaml"), "utf8")) ?? [];
  for (const line of lines.split("\n").filter((text) => text.trim() !== "")) {
    const [, name, version] = /^ {2}"?([^":]+)"?: (\S+)$/.exec(line) ?? [];
    if (name === undefined || !/^(?:npm:[@\w/.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) {
      yield `pnpm-workspace.yaml: write "${line.trim()}" as a name and one exact version.`;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const top = resolve(process.argv[2] ?? root);
  const faults = check(top);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`workspace check: ${packages(top).length} packages are in order.`);
}
