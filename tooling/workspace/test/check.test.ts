import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { check } from "../check.mjs";
import { copyOfWorkspace, type Json } from "./copy.ts";

const cache = "packages/plugin-cache/package.json";
const core = "packages/core/package.json";

const entry = (manifest: Json): Record<string, Record<string, string>> =>
  // Every package.json in packages/ has `exports` of this shape; the unbroken copy proves it.
  manifest["exports"] as Record<string, Record<string, string>>;

describe("a workspace in order", () => {
  test("has no fault", () => {
    expect(check(copyOfWorkspace().top)).toEqual([]);
  });
});

describe("a broken package.json is named with its fix", () => {
  const faults: readonly [string, string, (manifest: Json) => void, RegExp][] = [
    ["CommonJS", cache, (m) => (m["type"] = "commonjs"), /set "type" to "module"/],
    ["no license", cache, (m) => delete m["license"], /add "license"/],
    ["a published tool", "tooling/lint/package.json", (m) => delete m["private"], /set "private" to true/],
    ["a private library", cache, (m) => (m["private"] = true), /remove "private"/],
    ["no description", cache, (m) => delete m["description"], /add a "description"/],
    ["side effects", cache, (m) => delete m["sideEffects"], /set "sideEffects" to false/],
    ["another floor", cache, (m) => (m["engines"] = { node: ">=18" }), /set "engines\.node" to ">=20\.19"/],
    ["another folder", cache, (m) => (m["repository"] = { directory: "packages/x" }), /to "packages\/plugin-cache"/],
    [
      "a name unlike the folder",
      cache,
      (m) => (m["name"] = "@graph-sync/cache"),
      /set "name" to "@graph-sync\/plugin-cache"/,
    ],
    ["restricted access", cache, (m) => (m["publishConfig"] = {}), /set "publishConfig\.access" to "public"/],
    ["published sources", cache, (m) => (m["publishConfig"] = { access: "public" }), /set "publishConfig\.exports" to/],
    ["no allow-list", cache, (m) => delete m["files"], /list "dist" in "files"/],
    ["a listed file that is not there", cache, (m) => (m["files"] = ["dist", "bin"]), /remove "bin" from "files"/],
    ["no entry", cache, (m) => (m["exports"] = { "./package.json": "./package.json" }), /export "\." \(a library\)/],
    ["a hidden package.json", core, (m) => delete entry(m)["./package.json"], /export "\.\/package\.json"/],
    [
      "types before the source",
      core,
      (m) => (entry(m)["."] = { types: "a", "@graph-sync/source": "b", default: "c" }),
      /give exports\["\."\] the conditions .* in this order/,
    ],
    [
      "types of another file",
      core,
      (m) => (entry(m)["."] = built("./dist/main.d.ts")),
      /types to "\.\/dist\/index\.d\.ts"/,
    ],
    [
      "core as a dependency",
      cache,
      (m) => (m["dependencies"] = { "@graph-sync/core": "workspace:^" }),
      /move "@graph-sync\/core"/,
    ],
    ["a dependency", cache, (m) => (m["dependencies"] = { hono: "catalog:" }), /remove hono from "dependencies"/],
    [
      "a dependency of core",
      core,
      (m) => (m["dependencies"] = { hono: "catalog:" }),
      /remove hono from "dependencies"/,
    ],
    ["no peer", cache, (m) => delete m["peerDependencies"], /set "peerDependencies" of "@graph-sync\/core"/],
    [
      "a caret peer",
      cache,
      (m) => (m["peerDependencies"] = { "@graph-sync/core": "workspace:^" }),
      /N being the oldest minor/,
    ],
    [
      "no core to develop with",
      cache,
      (m) => delete m["devDependencies"],
      /set "devDependencies" of "@graph-sync\/core"/,
    ],
    [
      "a version of its own",
      cache,
      (m) => (m["version"] = "9.9.9"),
      /set "version" to "\d+\.\d+\.\d+", as core has it/,
    ],
    [
      "a version outside the catalog",
      cache,
      (m) => (m["devDependencies"] = { vite: "^8.0.0" }),
      /"vite" as "catalog:"/,
    ],
  ];

  test.each(faults)("%s", (_title, file, change, sentence) => {
    const copy = copyOfWorkspace();
    copy.edit(file, change);
    const named = check(copy.top).filter((fault) => fault.startsWith(`${file}: `) && sentence.test(fault));
    expect(named).toHaveLength(1);
  });

  const built = (types: string): Record<string, string> => ({
    "@graph-sync/source": "./src/index.ts",
    types,
    default: "./dist/index.js",
  });
});

describe("a file that is missing or out of step is named", () => {
  test("a README", () => {
    const copy = copyOfWorkspace();
    copy.remove("packages/core/README.md");
    expect(check(copy.top)).toEqual([`${core}: write packages/core/README.md, which begins with an example.`]);
  });

  test("a source", () => {
    const copy = copyOfWorkspace();
    copy.remove("packages/core/src/index.ts");
    expect(check(copy.top)).toEqual([expect.stringContaining("is ./src/index.ts, which is no source file")]);
  });

  test("a package that changesets would leave behind, and one that it waits for in vain", () => {
    const copy = copyOfWorkspace();
    copy.edit(".changeset/config.json", (config) => (config["fixed"] = [["graph-sync", "@graph-sync/gone"]]));
    expect(check(copy.top)).toEqual(
      expect.arrayContaining([
        '.changeset/config.json: add "@graph-sync/core" to the "fixed" group.',
        '.changeset/config.json: remove "@graph-sync/gone" from the "fixed" group; no package has that name.',
      ]),
    );
  });

  test("a range in the catalog", () => {
    const copy = copyOfWorkspace();
    copy.write("pnpm-workspace.yaml", copy.read("pnpm-workspace.yaml").replace(/^ {2}hono: /m, "  hono: ^"));
    expect(check(copy.top)).toEqual([
      expect.stringMatching(/^pnpm-workspace\.yaml: write "hono: \^.*" as a name and one exact/),
    ]);
  });
});

test("the program prints each fault and exits 1", () => {
  const copy = copyOfWorkspace();
  copy.edit(cache, (manifest) => delete manifest["license"]);
  const program = fileURLToPath(new URL("../check.mjs", import.meta.url));
  const run = spawnSync(process.execPath, [program, copy.top], { encoding: "utf8" });
  expect(run.stderr).toBe(`${cache}: add "license": "MIT".\n`);
  expect(run.status).toBe(1);
});
