import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** Bytes of the entry and all it brings along but the expression language, minified and gzipped. */
async function bytesOf(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    target: "es2023",
    external: ["@graph-sync/expressions", "@graph-sync/expressions/*", "yaml"],
    write: false,
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

test("the root entry is under 15 kB", async () => {
  expect(await bytesOf("index.ts")).toBeLessThan(15_000);
});

test("the YAML entry does not bring the rules along", async () => {
  expect(await bytesOf("yaml.ts")).toBeLessThan(6_000);
});
