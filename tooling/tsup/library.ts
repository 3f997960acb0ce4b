import { readFileSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

/**
 * The one bundler configuration of the libraries: `tsup --config ../../tooling/tsup/library.ts`, run in a package.
 * What is built is read from the package's own `exports`, so an entry is named once.
 */
interface Manifest {
  readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

// Its shape is asserted for every package by tooling/workspace/check.mjs.
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const sources = Object.values(manifest.exports).flatMap((target) => target["@graph-sync/source"] ?? []);

const options: Options = {
  entry: sources,
  format: ["esm"],
  target: "es2023",
  platform: "neutral",
  external: [/^node:/],
  splitting: true,
  treeshake: true,
  sourcemap: false,
  clean: true,
  dts: {
    // A client can be disposed of; without this line the declarations do not compile under `lib: ["ES2023", "DOM"]`.
    banner: '/// <reference lib="esnext.disposable" />',
    // tsup 8 sets `baseUrl`, which TypeScript 6 calls deprecated.
    compilerOptions: { ignoreDeprecations: "6.0" },
  },
};

export default defineConfig(options);
