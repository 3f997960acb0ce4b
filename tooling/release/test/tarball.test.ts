import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { tarballFaults } from "../tarball.mjs";

const manifest = {
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./package.json": "./package.json" },
};
const good = {
  LICENSE: "",
  "README.md": "",
  "package.json": JSON.stringify(manifest),
  "dist/index.d.ts": 'export { a } from "./a-1.js";',
  "dist/a-1.d.ts": "export declare const a: number;",
  "dist/index.js": 'export const load = () => import("./lazy-1.js");',
  "dist/lazy-1.js": 'import "node:http"; export const text = `import("./not-there.js")`;',
};

function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "graph-sync-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return tarballFaults(folder, manifest);
}

test("a tarball with what its entries lead to, and nothing else, is in order", () => {
  expect(faultsOf(good)).toEqual([]);
});

test("a file too many is named", () => {
  expect(faultsOf({ ...good, "src/index.ts": "", "dist/old-2.js": "" }).toSorted()).toEqual([
    "dist/old-2.js is packed, but no entry leads to it",
    "src/index.ts is packed, but no entry leads to it",
  ]);
});

test.each(["LICENSE", "README.md", "dist/index.js", "dist/a-1.d.ts"])("%s is missed", (file) => {
  const { [file]: _left, ...rest } = good as Readonly<Record<string, string>>;
  expect(faultsOf(rest)).toContain(`${file} is not packed`);
});

test.each(['{ "@graph-sync/source": "./src" }', '{ "a": "workspace:*" }', '{ "a": "catalog:" }'])(
  "the trace of the workspace in %s is named",
  (text) => {
    expect(faultsOf({ ...good, "package.json": text })).toEqual([expect.stringContaining("package.json still says ")]);
  },
);
