import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { publishedExports, readJson, root, source } from "./packages.mjs";
import { templates } from "./templates.mjs";

/**
 * Starts a package: `pnpm new-package plugin-audit`. The prefix (plugin-, transport-, auth-) decides what is in it.
 * Returns the files it wrote, from the top of the workspace.
 * @returns {readonly string[]}
 */
export function newPackage(name, top = root) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(`"${name}" is no folder name: use kebab-case, as in plugin-audit.`);
  const folder = `packages/${name}`;
  if (existsSync(join(top, folder))) throw new Error(`${folder} is there already: choose another name, or work in it.`);

  const kind = Object.keys(templates).find((one) => name.startsWith(`${one}-`)) ?? "other";
  const call = camelCase(name.replace(`${kind}-`, ""));
  const type = call.charAt(0).toUpperCase() + call.slice(1);
  const { description, source: code, test, example } = templates[kind]({ name, call, type });

  const files = {
    [`${folder}/package.json`]: json(manifest({ name, kind, folder, description, top })),
    [`${folder}/tsconfig.json`]: tsconfig("../../tooling/typescript/web.json", "src"),
    [`${folder}/test/tsconfig.json`]: tsconfig("../../../tooling/typescript/tests.json", "."),
    [`${folder}/src/index.ts`]: code,
    [`${folder}/test/index.test.ts`]: test,
    [`${folder}/README.md`]: `# @graph-sync/${name}\n\n${description}\n\n\`\`\`ts\n${example}\`\`\`\n`,
    ...registered(`@graph-sync/${name}`, top),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, file)), { recursive: true });
    writeFileSync(join(top, file), text);
  }
  return Object.keys(files);
}

function manifest({ name, kind, folder, description, top }) {
  const entry = { [source]: "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" };
  const exports = { ".": entry, "./package.json": "./package.json" };
  const { version, license, type, sideEffects, engines, repository, scripts } = readJson(
    join(top, "packages/core/package.json"),
  );
  const core = kind !== "other" && {
    peerDependencies: { "@graph-sync/core": `workspace:>=0.${version.split(".")[1]}.0 <1.0.0` },
    devDependencies: { "@graph-sync/core": "workspace:*", "@graph-sync/testing": "workspace:*" },
  };
  return {
    name: `@graph-sync/${name}`,
    version,
    description,
    license,
    type,
    sideEffects,
    engines,
    repository: { ...repository, directory: folder },
    exports,
    files: ["dist"],
    scripts,
    ...core,
    publishConfig: { access: "public", exports: publishedExports(exports) },
  };
}

/** The two lists of what is published: changesets moves all of it as one, the release checks exactly it. */
function registered(name, top) {
  const changesets = readJson(join(top, ".changeset/config.json"));
  changesets.fixed[0] = [...changesets.fixed[0], name].sort();
  const names = [...readJson(join(top, "tooling/release/public-packages.json")), name].sort();
  return { ".changeset/config.json": json(changesets), "tooling/release/public-packages.json": json(names) };
}

const camelCase = (name) => name.replace(/-(.)/g, (_all, letter) => letter.toUpperCase());

const tsconfig = (base, folder) => `{\n  "extends": "${base}",\n  "include": ["${folder}"]\n}\n`;

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name, top = root] = process.argv.slice(2);
  try {
    if (name === undefined) throw new Error("Name the package: pnpm new-package plugin-audit");
    for (const file of newPackage(name, resolve(top))) console.log(file);
    console.log(`Now: pnpm install, pnpm changeset, and write packages/${name}/src.`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
