import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

test("the root entry is under 20 kB, minified and compressed", async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../src/index.ts", import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    charset: "utf8",
    write: false,
  });
  const [bundle] = outputFiles;
  expect(bundle?.contents.length).toBeGreaterThan(10_000);
  expect(gzipSync(bundle?.contents ?? "", { level: 9 }).length).toBeLessThan(20_000);
});
